package io.fumikura.account;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** The caller's own account and the colleagues in the tenant. Thread-safe. */
@ProviderType
public interface Users {

    Profile profile(Caller caller);

    /** Changes the language of messages and of the user interface ({@code ja} or {@code en}). */
    Profile changeLanguage(Caller caller, Locale language);

    /**
     * Changes the caller's password; ends all other sessions of the user.
     *
     * @throws PlatformException {@code password.wrong} when the current one is wrong, {@code password.weak} when the new one breaks the {@link
     *     PasswordRule}, with the {@code reason}: {@code short}, {@code long}, {@code own} (little more than the user's ID, name or mail), {@code
     *     common}, {@code characters} or {@code classes} (of the classic rules)
     */
    void changePassword(Caller caller, String current, String wanted);

    /** People of the caller's tenant, for choosing an owner; at most 1,000, by name. */
    List<Person> people(Caller caller);

    /** A colleague as shown in lists. */
    record Person(UserId id, String name) {}
}
