package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What people change about their own accounts. Thread-safe. */
@ProviderType
public interface OwnAccount {

    Own show(Caller caller);

    /**
     * Changes name and further mail addresses.
     *
     * @throws PlatformException {@code user.name}; {@code user.name-fixed} when the company does not let people change their names; {@code
     *     mail.address}; {@code user.sub-mails}
     */
    Own change(Caller caller, String name, List<String> subMails);

    /**
     * Sends a link to a new mail address. The address changes when {@link #confirmMail} is called with the link's secret within a day; opening the
     * link changes nothing. Another request, or the present address, makes the link before it void.
     * Whether somebody of another company has the address comes out with {@link #confirmMail} only.
     *
     * @throws PlatformException {@code signin.confirm} unless the caller has just shown who sits there; {@code mail.address}; {@code mail.taken} by
     *     a colleague; {@code mail.too-many} after ten requests within an hour
     */
    Own requestMail(Caller caller, String mail);

    /**
     * Changes the mail address; for whoever holds the secret, signed in or not. It works once. The former address is told.
     *
     * @throws PlatformException {@code mail.link} when the secret is unknown, used or over; {@code mail.taken} when somebody got the address meanwhile
     */
    void confirmMail(String secret, String address);

    /**
     * The caller's account.
     *
     * @param nameFixed whether only administrators change names
     * @param wantedMail a new address that was not confirmed yet
     * @param groups names from the top down, the main one first
     */
    record Own(
            String name,
            boolean nameFixed,
            String mail,
            Optional<String> wantedMail,
            List<String> subMails,
            List<List<String>> groups) {

        public Own {
            subMails = List.copyOf(subMails);
            groups = List.copyOf(groups);
        }
    }
}
