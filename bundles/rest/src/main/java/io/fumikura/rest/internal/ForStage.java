package io.fumikura.rest.internal;

import io.fumikura.account.SignInStage;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a step of signing in: only a session of one of these stages may call it, with its CSRF token. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ForStage {
    SignInStage[] value();
}
