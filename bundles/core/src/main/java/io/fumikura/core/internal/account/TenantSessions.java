package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.OpenSessions;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.ManagedUsers;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The live sessions, read from the database. */
@Component(service = {OpenSessions.class, TenantSessions.class})
public final class TenantSessions implements OpenSessions {

    private static final int MOST = 1000;
    private static final String LIVE = "select s.id, s.user_id, u.login_id, u.name, u.mail, t.name as tenant_name, t.id as tenant_id, s.address,"
            + " s.browser, s.created, s.seen, s.expires, s.stage from user_session s join app_user u on u.id = s.user_id"
            + " join tenant t on t.id = u.tenant_id where s.ended is null and s.expires > ?";

    /** Permissions stand in lines. */
    private static final String NOT_PERMITTED =
            " and cast(? as varchar(1)) || u.permissions || cast(? as varchar(1)) not like cast(? as varchar(100))";

    private final Transactions transactions;
    private final Sessions sessions;
    private final Clock clock;

    @Activate
    public TenantSessions(@Reference Transactions transactions, @Reference Sessions sessions) {
        this(transactions, sessions, Clock.systemUTC());
    }

    TenantSessions(Transactions transactions, Sessions sessions, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<OpenSession> own(Caller caller) {
        return transactions.read(entities ->
                shown(find(entities, " and s.user_id = ?", caller.user().value()), caller));
    }

    @Override
    public List<OpenSession> all(Caller caller) {
        return transactions.read(entities -> shown(administered(entities, caller, ""), caller));
    }

    /** The sessions that the caller may see and end besides the own ones. */
    private List<Found> administered(EntityManager entities, Caller caller, String condition, Object... parameters) {
        if (caller.may(Permission.OPERATOR)) {
            return find(entities, condition, parameters);
        }
        var all = new ArrayList<Object>(List.of(parameters));
        all.add(caller.tenant().value());
        if (caller.may(Permission.TENANT_ADMINISTRATOR)) {
            return find(entities, condition + " and u.tenant_id = ?", all.toArray());
        }
        if (!caller.may(Permission.GROUP_ADMINISTRATOR)) {
            throw new PlatformException(
                    Category.FORBIDDEN, "permission.missing", "Only administrators see who is signed in.");
        }
        Set<UUID> groups = ManagedUsers.groups(entities, caller);
        if (groups.isEmpty()) {
            return List.of();
        }
        all.addAll(groups);
        String marks = String.join(", ", Collections.nCopies(groups.size(), "?"));
        String inside = " and u.tenant_id = ? and exists (select 1 from user_group_member m where m.user_id = u.id)"
                + " and not exists (select 1 from user_group_member m where m.user_id = u.id and m.group_id not in (" + marks + "))";
        Set<Permission> beyond = EnumSet.allOf(Permission.class);
        beyond.removeAll(ManagedUsers.grantable(entities, caller));
        beyond.forEach(permission -> all.addAll(List.of("\n", "\n", "%\n" + permission.name() + "\n%")));
        return find(entities, condition + inside + NOT_PERMITTED.repeat(beyond.size()), all.toArray());
    }

    @Override
    public void end(Caller caller, UUID session) {
        transactions.run(entities -> {
            Found found = endable(entities, caller, session).stream()
                    .findFirst()
                    .orElseThrow(() -> new PlatformException(
                            Category.NOT_FOUND, "session.unknown", "This session is over, or not yours to end."));
            boolean own = found.user().equals(caller.user().value());
            Reason reason = own ? Reason.ENDED_BY_USER : Reason.ENDED_BY_ADMINISTRATOR;
            if (sessions.end(entities, "id = ?", reason, own ? "" : caller.name(), session) > 0) {
                record(entities, caller, found.tenant(), found.user(), reason, 1);
            }
        });
    }

    private List<Found> endable(EntityManager entities, Caller caller, UUID session) {
        List<Found> own = find(entities, " and s.id = ? and s.user_id = ?", session, caller.user().value());
        return !own.isEmpty() || !isAdministrator(caller) ? own : administered(entities, caller, " and s.id = ?", session);
    }

    private static boolean isAdministrator(Caller caller) {
        return caller.may(Permission.OPERATOR) || caller.may(Permission.TENANT_ADMINISTRATOR) || caller.may(Permission.GROUP_ADMINISTRATOR);
    }

    @Override
    public int endOthers(Caller caller) {
        return transactions.required(entities -> {
            UUID user = caller.user().value();
            int ended = sessions.endOthers(entities, user, sessions.presentOf(caller), Reason.ENDED_BY_USER);
            if (ended > 0) {
                record(entities, caller, caller.tenant().value(), user, Reason.ENDED_BY_USER, ended);
            }
            return ended;
        });
    }

    /** The sessions that hold the licences of a company. */
    List<OpenSession> full(UUID tenant) {
        return transactions.read(entities -> find(entities, " and u.tenant_id = ? and s.stage = 'FULL'", tenant).stream()
                .map(Found::shown)
                .toList());
    }

    /** Signs a full session of the same company out, in the present transaction, because somebody needs its licence; one that is over is no trouble. */
    void endForLicence(EntityManager entities, UserRow by, UUID session, String address) {
        find(entities, " and s.id = ? and u.tenant_id = ? and s.stage = 'FULL'", session, by.tenant).stream()
                .findFirst()
                .filter(found -> sessions.end(entities, "id = ?", Reason.LICENCE_TAKEN, by.name, session) > 0)
                .ifPresent(found -> History.append(
                        entities,
                        new HistoryEvent(
                                by.tenant,
                                new Subject("user", found.user()),
                                new Author(by.id, by.name, null, "", address),
                                "signin.ended",
                                List.of(new Change("reason", "", Reason.LICENCE_TAKEN.name())),
                                "")));
    }

    private static void record(EntityManager entities, Caller caller, UUID tenant, UUID user, Reason reason, int sessions) {
        var changes = new ArrayList<>(List.of(new Change("reason", "", reason.name())));
        if (sessions > 1) {
            changes.add(new Change("sessions", "", Integer.toString(sessions)));
        }
        History.append(
                entities,
                new HistoryEvent(tenant, new Subject("user", user), Author.of(caller), "signin.ended", changes, ""));
    }

    /** A row of the list with the tenant that it belongs to. */
    private record Found(UUID user, UUID tenant, OpenSession shown) {}

    private List<Found> find(EntityManager entities, String condition, Object... parameters) {
        var all = new ArrayList<Object>(List.of(clock.instant()));
        all.addAll(List.of(parameters));
        return Sql.query(
                entities,
                LIVE + condition + " order by s.seen desc, s.id fetch first " + MOST + " rows only",
                TenantSessions::found,
                all.toArray());
    }

    private static Found found(ResultSet row) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        var shown = new OpenSession(
                row.getObject("id", UUID.class),
                new UserId(user),
                row.getString("login_id"),
                row.getString("name"),
                row.getString("mail"),
                row.getString("tenant_name"),
                new Client(row.getString("address"), row.getString("browser")),
                Sql.instant(row, "created"),
                Sql.instant(row, "seen"),
                Sql.instant(row, "expires"),
                SignInStage.valueOf(row.getString("stage")),
                false);
        return new Found(user, row.getObject("tenant_id", UUID.class), shown);
    }

    private List<OpenSession> shown(List<Found> rows, Caller caller) {
        Optional<UUID> present = sessions.presentOf(caller);
        return rows.stream()
                .map(Found::shown)
                .map(s -> new OpenSession(
                        s.id(), s.user(), s.loginId(), s.name(), s.mail(), s.tenantName(), s.client(), s.created(), s.seen(), s.expires(), s.stage(),
                        present.filter(s.id()::equals).isPresent()))
                .toList();
    }
}
