package io.fumikura.core.internal.history;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.fumikura.core.history}. */
@ObjectClassDefinition(name = "History")
public @interface HistoryConfig {

    @AttributeDefinition(
            name = "Folder",
            description = "What is remembered outside of the database; empty for ${karaf.data}/history")
    String folder() default "";

    @AttributeDefinition(
            name = "Copies",
            description = "A second folder for copies of the seals, best on another machine; empty for none")
    String copies() default "";

    @AttributeDefinition(name = "Hours between seals")
    int hours() default 24;

    @AttributeDefinition(
            name = "Trusted keys",
            description = "SHA-256 of further certificates whose time stamps count, in hexadecimal digits")
    String[] trusted() default {};
}
