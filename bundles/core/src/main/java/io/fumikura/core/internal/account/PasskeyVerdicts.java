package io.fumikura.core.internal.account;

import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Ceremonies.Answer;
import io.fumikura.core.internal.account.Ceremonies.Outcome;
import io.fumikura.core.internal.account.Ceremonies.Purpose;
import io.fumikura.core.internal.account.Factors.Finding;
import io.fumikura.core.internal.account.Factors.Verdict;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passkeys as second factors: added, and judged under the same lock as codes. In the present transaction, under the lock of the user's row. */
@Component(service = PasskeyVerdicts.class)
public final class PasskeyVerdicts {

    private static final int MOST = 20;

    private final Factors factors;
    private final Ceremonies ceremonies;
    private final FactorNotices notices;

    /** What became of a passkey; must be committed whatever it is. */
    record Judged(Verdict verdict, Outcome outcome) {

        boolean isRight() {
            return verdict == Verdict.RIGHT;
        }

        /** Throws what the user is told unless it is right. */
        void require() {
            if (verdict == Verdict.LOCKED) {
                throw AccountFactors.refusal(verdict);
            }
            if (!isRight()) {
                throw Ceremonies.refusal(outcome);
            }
        }
    }

    @Activate
    public PasskeyVerdicts(
            @Reference Factors factors, @Reference Ceremonies ceremonies, @Reference FactorNotices notices) {
        this.factors = factors;
        this.ceremonies = ceremonies;
        this.notices = notices;
    }

    /** Judges an answer. One to a question that is over – five minutes old, or answered – counts as no failure. */
    Judged judge(EntityManager entities, UserRow user, Purpose purpose, String holder, Answer answer, String address) {
        var outcome = new AtomicReference<>(Outcome.WRONG);
        Verdict verdict = factors.judge(entities, user, address, () -> {
            outcome.set(ceremonies.use(entities, user, purpose, holder, answer));
            return switch (outcome.get()) {
                case RIGHT -> Finding.RIGHT;
                case OVER -> Finding.OVER;
                case WRONG, COUNTER -> Finding.wrong(Ceremonies.reason(outcome.get()));
            };
        });
        return new Judged(verdict, outcome.get());
    }

    /**
     * Adds a passkey.
     *
     * @return the recovery codes of {@link Factors#added}; empty when the answer was refused
     * @throws PlatformException {@code passkey.too-many}
     */
    Optional<List<String>> add(
            EntityManager entities,
            UserRow user,
            String holder,
            String name,
            PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> answer,
            String address) {
        requireRoom(entities, user);
        if (!ceremonies.add(entities, user, holder, name, answer)) {
            return Optional.empty();
        }
        Sessions.record(entities, user, "factor.passkey-added", address, List.of(new Change("name", "", name)));
        notices.passkeyAdded(entities, user, name);
        return Optional.of(factors.added(entities, user, address));
    }

    /** @throws PlatformException {@code passkey.too-many} */
    static void requireRoom(EntityManager entities, UserRow user) {
        if (PasskeyTable.count(entities, user.id) >= MOST) {
            throw new PlatformException(Category.CONFLICT, "passkey.too-many", "There are 20 passkeys already; remove one first.");
        }
    }
}
