package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserForm;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registers the first administrator of a company as any user is registered, in the transaction that makes the company. */
@Component(service = Recruiting.class)
public final class Recruiting {

    private static final Set<Permission> PERMISSIONS =
            EnumSet.of(Permission.VIEWER, Permission.CLERK, Permission.TENANT_ADMINISTRATOR);

    private final StoredUsers users;
    private final InitialPasswords passwords;

    /** Somebody whose form was looked through and whose initial password is made, which takes its time. */
    public static final class Candidate {
        private final FormCheck form;
        private final InitialPasswords.Fresh fresh;

        private Candidate(FormCheck form, InitialPasswords.Fresh fresh) {
            this.form = form;
            this.fresh = fresh;
        }
    }

    @Activate
    public Recruiting(@Reference StoredUsers users, @Reference InitialPasswords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** Outside of the transaction. */
    public Candidate candidate(String name, String mail, Locale language) {
        return new Candidate(
                FormCheck.of(new UserForm(name, mail, List.of(), List.of(), PERMISSIONS, language)), passwords.make());
    }

    /** @param operator at work for the new company */
    public UserAccount hire(EntityManager entities, Caller operator, Candidate candidate) {
        return users.create(entities, operator, Optional.empty(), candidate.form, candidate.fresh);
    }
}
