package io.fumikura.account;

import org.osgi.annotation.versioning.ProviderType;

/** The rules of sign-in of the caller's company. Thread-safe. */
@ProviderType
public interface SignInSettings {

    /** For everybody, so that forms can say what is asked. */
    PasswordRule passwordRule(Caller caller);

    /** @throws PlatformException {@code permission.missing} unless the caller is a tenant administrator */
    SignInRules rules(Caller caller);

    /**
     * Replaces the rules.
     *
     * @throws PlatformException {@code permission.missing} unless the caller is a tenant administrator, {@code signin.rules-changed} when somebody
     *     else changed them since they were read
     */
    SignInRules change(Caller caller, SignInRules wanted);
}
