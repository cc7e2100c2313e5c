package io.fumikura.core.internal.persistence;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.fumikura.core.database}. {@code driver.target} chooses the {@code DataSourceFactory}, H2's or PostgreSQL's. */
@ObjectClassDefinition(name = "Database")
public @interface DatabaseConfig {

    @AttributeDefinition(name = "JDBC address")
    String url();

    @AttributeDefinition(name = "User")
    String user() default "sa";

    @AttributeDefinition(name = "Password")
    String password() default "";

    @AttributeDefinition(name = "Connections at most")
    int pool_size() default 16;
}
