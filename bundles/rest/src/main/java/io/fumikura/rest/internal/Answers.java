package io.fumikura.rest.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method that answers a {@code Response} puts into it, for the OpenAPI document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Answers {

    /** Class of the body; {@code Void} for bytes. */
    Class<?> value();

    int status() default 200;

    String mediaType() default "application/json";
}
