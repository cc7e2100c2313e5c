package io.fumikura.plan.standard;

import io.fumikura.plan.spi.PlanTier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** For those who begin: a hundred documents a month. */
@Component(service = PlanTier.class, configurationPid = "io.fumikura.plan.standard.light", property = "tier=light")
@Designate(ocd = LightTier.Config.class)
public final class LightTier extends FixedTier {

    /** Settings. */
    @ObjectClassDefinition(name = "Plan tier: light")
    public @interface Config {

        @AttributeDefinition(description = "Uploads in a calendar month; 0 for no limit.")
        long monthlyUploads() default 100;

        @AttributeDefinition(description = "People who may be signed in at the same time; 0 for no limit.")
        int licences() default 5;

        @AttributeDefinition(description = "Largest file in MB (1024 x 1024 bytes), 1 to 500.", min = "1", max = "500")
        int maximumFileMegabytes() default 500;

        @AttributeDefinition(description = "Fields that a company may add to its ledgers; -1 for no limit.")
        int customFields() default 10;

        @AttributeDefinition(description = "Whether fields are read from English documents.")
        boolean englishExtraction() default false;
    }

    @Activate
    public LightTier(Config config) {
        super(
                "light",
                "ライト",
                "Light",
                terms(
                        config.monthlyUploads(),
                        config.licences(),
                        config.maximumFileMegabytes(),
                        config.customFields(),
                        config.englishExtraction()));
    }
}
