package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.CompanyCodes;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserQuery;
import io.fumikura.people.UserState;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** A command about the people of one company. */
abstract class CompanyCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    CompanyCodes codes;

    @Option(name = "--company", description = "Code of the company, e.g. A15336", required = true)
    String company = "";

    @Override
    public @Nullable Object execute() throws Exception {
        run(Console.operator(codes.find(Console.operator(), company)));
        return null;
    }

    abstract void run(Caller operator) throws Exception;

    /** The user with a user ID, also a deleted one. */
    static UserAccount user(UserDirectory users, Caller operator, String loginId) {
        for (Optional<UserState> state : java.util.List.of(Optional.<UserState>empty(), Optional.of(UserState.DELETED))) {
            var query = new UserQuery(loginId, state, Optional.empty(), Optional.empty(), Optional.empty(), 200);
            for (UserAccount user : users.list(operator, query).users()) {
                if (user.loginId().toLowerCase(Locale.ROOT).equals(loginId.toLowerCase(Locale.ROOT))) {
                    return user;
                }
            }
        }
        throw new IllegalArgumentException("There is no user " + loginId + ".");
    }
}
