package io.fumikura.plan.standard;

import io.fumikura.plan.spi.PlanTier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Without a limit on documents, and with extraction from English ones. */
@Component(service = PlanTier.class, configurationPid = "io.fumikura.plan.standard.business", property = "tier=business")
@Designate(ocd = BusinessTier.Config.class)
public final class BusinessTier extends FixedTier {

    /** Settings. */
    @ObjectClassDefinition(name = "Plan tier: business")
    public @interface Config {

        @AttributeDefinition(description = "Uploads in a calendar month; 0 for no limit.")
        long monthlyUploads() default 0;

        @AttributeDefinition(description = "People who may be signed in at the same time; 0 for no limit.")
        int licences() default 0;

        @AttributeDefinition(description = "Largest file in MB (1024 x 1024 bytes), 1 to 500.", min = "1", max = "500")
        int maximumFileMegabytes() default 500;

        @AttributeDefinition(description = "Fields that a company may add to its ledgers; -1 for no limit.")
        int customFields() default -1;

        @AttributeDefinition(description = "Whether fields are read from English documents.")
        boolean englishExtraction() default true;
    }

    @Activate
    public BusinessTier(Config config) {
        super(
                "business",
                "ビジネス",
                "Business",
                terms(
                        config.monthlyUploads(),
                        config.licences(),
                        config.maximumFileMegabytes(),
                        config.customFields(),
                        config.englishExtraction()));
    }
}
