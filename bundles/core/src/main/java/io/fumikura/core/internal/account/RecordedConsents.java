package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SignInStage;
import io.fumikura.account.TermsSteps;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Terms and the consents to them, recorded in the database and in the history. */
@Component
public final class RecordedConsents implements TermsSteps {

    private final StepLock steps;
    private final Sessions sessions;
    private final TermsTexts texts;

    @Activate
    public RecordedConsents(@Reference StepLock steps, @Reference Sessions sessions, @Reference TermsTexts texts) {
        this.steps = steps;
        this.sessions = sessions;
        this.texts = texts;
    }

    @Override
    public List<Terms> pending(String sessionToken) {
        return steps.locked(sessionToken, SignInStage.TERMS, (entities, found) -> texts.pending(entities, found.user()));
    }

    @Override
    public Session agree(String sessionToken, Document document, String version) {
        return steps.locked(sessionToken, SignInStage.TERMS, (entities, found) -> {
            UserRow user = found.user();
            Terms terms = texts.pending(entities, user).stream()
                    .filter(one -> one.document() == document && one.version().equals(version))
                    .findFirst()
                    .orElseThrow(() -> new PlatformException(
                            Category.CONFLICT, "terms.changed", "These terms are not in force any more, or agreed to already. Read them again."));
            Sql.update(
                    entities,
                    "insert into consent (user_id, document, version, text_language, text_sha256, agreed, address) values (?, ?, ?, ?, ?, ?, ?)",
                    user.id,
                    document.name(),
                    version,
                    user.language,
                    Tokens.hash(terms.text()),
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    found.session().address);
            record(found, "terms.agreed", entities, new Change(document.name().toLowerCase(java.util.Locale.ROOT), "", version));
            return sessions.advance(entities, found.session(), user, found.licences());
        });
    }

    @Override
    public void refuse(String sessionToken) {
        steps.locked(sessionToken, SignInStage.TERMS, (entities, found) -> {
            record(found, "terms.refused", entities);
            return true;
        });
        sessions.signOut(sessionToken);
    }

    private static void record(
            StepLock.Waiting found, String action, jakarta.persistence.EntityManager entities, Change... changes) {
        Sessions.record(entities, found.user(), action, found.session().address, List.of(changes));
    }
}
