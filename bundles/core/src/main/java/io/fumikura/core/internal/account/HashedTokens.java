package io.fumikura.core.internal.account;

import io.fumikura.account.ApiTokens;
import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.TokenRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Personal API tokens in the database. */
@Component
public final class HashedTokens implements ApiTokens {

    private static final int MOST = 50;
    private static final Duration NOTICE = Duration.ofMinutes(1);

    private final Transactions transactions;

    @Activate
    public HashedTokens(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Created create(Caller caller, String name) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > 100) {
            throw new PlatformException(Category.INVALID, "token.name", "A token's name has 1 to 100 characters.");
        }
        return transactions.required(entities -> {
            if (rows(entities, caller).size() >= MOST) {
                throw new PlatformException(
                        Category.CONFLICT, "token.too-many", "There are 50 tokens already; revoke one first.");
            }
            Created created = create(entities, caller.user().value(), clean);
            append(entities, caller, created.token().id(), "token.created", new Change("name", "", clean));
            return created;
        });
    }

    private static void append(EntityManager entities, Caller caller, UUID token, String action, Change change) {
        History.append(
                entities,
                new HistoryEvent(
                        caller.tenant().value(), new Subject("token", token), Author.of(caller), action, List.of(change), ""));
    }

    /** Makes a token in the present transaction. */
    public static Created create(EntityManager entities, UUID user, String name) {
        String secret = "fk_" + Tokens.random();
        var row = new TokenRow();
        row.id = UUID.randomUUID();
        row.tokenHash = Tokens.hash(secret);
        row.user = user;
        row.name = name;
        row.created = Instant.now();
        entities.persist(row);
        return new Created(shown(row), secret);
    }

    @Override
    public List<ApiToken> list(Caller caller) {
        return transactions.read(
                entities -> rows(entities, caller).stream().map(HashedTokens::shown).toList());
    }

    @Override
    public void revoke(Caller caller, UUID token) {
        transactions.run(entities -> {
            TokenRow row = rows(entities, caller).stream()
                    .filter(one -> one.id.equals(token))
                    .findFirst()
                    .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "token.unknown", "You have no such token."));
            entities.remove(row);
            append(entities, caller, token, "token.revoked", new Change("name", row.name, ""));
        });
    }

    @Override
    public Optional<Caller> caller(String secret, String requestId) {
        return transactions.read(entities -> entities.createQuery(
                                "select t from TokenRow t where t.tokenHash = :hash", TokenRow.class)
                        .setParameter("hash", Tokens.hash(secret))
                        .getResultList()
                        .stream()
                        .findFirst())
                .flatMap(token -> {
                    notice(token);
                    return transactions.read(entities -> Optional.ofNullable(entities.find(UserRow.class, token.user))
                            .filter(user -> Entrance.mayEnter(entities, user)));
                })
                .map(user -> Callers.of(user, requestId));
    }

    private void notice(TokenRow token) {
        Instant now = Instant.now();
        if (token.lastUsed == null || token.lastUsed.plus(NOTICE).isBefore(now)) {
            transactions.relaxed(
                    entities -> Sql.update(entities, "update api_token set last_used = ? where id = ?", now, token.id));
        }
    }

    private static List<TokenRow> rows(EntityManager entities, Caller caller) {
        return entities.createQuery("select t from TokenRow t where t.user = :user order by t.created desc", TokenRow.class)
                .setParameter("user", caller.user().value())
                .getResultList();
    }

    private static ApiToken shown(TokenRow row) {
        return new ApiToken(row.id, row.name, row.created, Optional.ofNullable(row.lastUsed));
    }
}
