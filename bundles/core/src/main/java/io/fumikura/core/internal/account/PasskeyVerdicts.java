package io.fumikura.core.internal.account;

import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import io.fumikura.core.internal.account.Ceremonies.Answer;
import io.fumikura.core.internal.account.Ceremonies.Outcome;
import io.fumikura.core.internal.account.Ceremonies.Purpose;
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

    private final Factors factors;
    private final Ceremonies ceremonies;

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
    public PasskeyVerdicts(@Reference Factors factors, @Reference Ceremonies ceremonies) {
        this.factors = factors;
        this.ceremonies = ceremonies;
    }

    Judged judge(EntityManager entities, UserRow user, Purpose purpose, String holder, Answer answer, String address) {
        var outcome = new AtomicReference<>(Outcome.WRONG);
        Verdict verdict = factors.judge(entities, user, address, () -> {
            outcome.set(ceremonies.use(entities, user, purpose, holder, answer));
            return outcome.get() == Outcome.RIGHT ? "" : Ceremonies.reason(outcome.get());
        });
        return new Judged(verdict, outcome.get());
    }

    /** Adds a passkey. @return the recovery codes of {@link Factors#added}; empty when the answer was refused */
    Optional<List<String>> add(
            EntityManager entities,
            UserRow user,
            String holder,
            String name,
            PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> answer,
            String address) {
        if (!ceremonies.add(entities, user, holder, name, answer)) {
            return Optional.empty();
        }
        Sessions.record(entities, user, "factor.passkey-added", address, List.of(new Change("name", "", name)));
        return Optional.of(factors.added(entities, user, address));
    }
}
