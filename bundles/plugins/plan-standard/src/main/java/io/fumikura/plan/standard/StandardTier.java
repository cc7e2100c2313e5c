package io.fumikura.plan.standard;

import io.fumikura.plan.spi.PlanTier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** For most companies: a thousand documents a month. */
@Component(service = PlanTier.class, configurationPid = "io.fumikura.plan.standard.standard", property = "tier=standard")
@Designate(ocd = StandardTier.Config.class)
public final class StandardTier extends FixedTier {

    /** Settings. */
    @ObjectClassDefinition(name = "Plan tier: standard")
    public @interface Config {

        @AttributeDefinition(description = "Uploads in a calendar month; 0 for no limit.")
        long monthlyUploads() default 1000;

        @AttributeDefinition(description = "People who may be signed in at the same time; 0 for no limit.")
        int licences() default 20;

        @AttributeDefinition(description = "Largest file in MB (1024 x 1024 bytes), 1 to 500.", min = "1", max = "500")
        int maximumFileMegabytes() default 500;

        @AttributeDefinition(description = "Fields that a company may add to its ledgers; -1 for no limit.")
        int customFields() default 50;

        @AttributeDefinition(description = "Whether fields are read from English documents.")
        boolean englishExtraction() default false;
    }

    @Activate
    public StandardTier(Config config) {
        super(
                "standard",
                "スタンダード",
                "Standard",
                terms(
                        config.monthlyUploads(),
                        config.licences(),
                        config.maximumFileMegabytes(),
                        config.customFields(),
                        config.englishExtraction()));
    }
}
