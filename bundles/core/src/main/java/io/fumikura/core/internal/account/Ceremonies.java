package io.fumikura.core.internal.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What passes between a browser and the platform when a passkey is added or used (WebAuthn level 2, 7.1 and 7.2). All methods run in the present
 * transaction; what takes an answer uses up its challenge, and so must be committed whatever comes out.
 */
@Component(service = Ceremonies.class)
public final class Ceremonies {

    private static final Logger LOG = LoggerFactory.getLogger(Ceremonies.class);

    private final PasskeyAddress address;
    private final Clock clock;

    /** What for a passkey is used; a challenge for one is none for another. */
    enum Purpose {
        /** To add one. */
        ADD,
        /** To show once more who sits there. */
        CONFIRM,
        /** As the second factor. */
        ANSWER,
        /** Instead of the password. */
        SIGN_IN
    }

    /** What became of a use. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** Nothing was asked, or too long ago, or it is answered already. */
        OVER,
        /** The counter of signatures went back: somebody has a copy. */
        COUNTER
    }

    /** An answer of a browser that can be read. */
    record Answer(PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> credential) {

        /** Whose passkey it says to be; who it really is, only the signature tells. */
        Optional<UUID> owner(EntityManager entities) {
            return PasskeyTable.owner(entities, credential.getId());
        }
    }

    @Activate
    public Ceremonies(@Reference PublicUrl url) {
        this(url, Clock.systemUTC());
    }

    Ceremonies(PublicUrl url, Clock clock) {
        address = new PasskeyAddress(url.address());
        this.clock = clock;
    }

    /** @throws PlatformException {@code passkey.address}, {@code passkey.unavailable} */
    void requireAddress(String origin) {
        address.require(origin);
    }

    /** Options for a new passkey: one that is found without a user ID, and asks its owner for a PIN or fingerprint, so that it is good for everything. */
    String startAdding(EntityManager entities, UserRow user, String holder) {
        PublicKeyCredentialCreationOptions asked = party(entities)
                .startRegistration(StartRegistrationOptions.builder()
                        .user(UserIdentity.builder()
                                .name(user.loginId)
                                .displayName(user.name)
                                .id(PasskeyTable.handle(user.id))
                                .build())
                        .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build())
                        .timeout(PasskeyChallenges.GOOD.toMillis())
                        .build());
        try {
            PasskeyChallenges.put(entities, Purpose.ADD + " " + holder, asked.toJson(), clock.instant());
            return asked.toCredentialsCreateJson();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a passkey. @return false when the answer does not fit */
    boolean add(
            EntityManager entities,
            UserRow user,
            String holder,
            String name,
            PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> answer) {
        Instant now = clock.instant();
        Optional<String> request = PasskeyChallenges.take(entities, Purpose.ADD + " " + holder, now);
        if (request.isEmpty()) {
            return false;
        }
        try {
            var asked = PublicKeyCredentialCreationOptions.fromJson(request.get());
            if (!asked.getUser().getId().equals(PasskeyTable.handle(user.id))) {
                return false;
            }
            RegistrationResult made = party(entities)
                    .finishRegistration(FinishRegistrationOptions.builder().request(asked).response(answer).build());
            PasskeyTable.add(entities, user.id, made.getKeyId(), made.getPublicKeyCose(), made.getSignatureCount(), name, now);
            return true;
        } catch (RegistrationFailedException e) {
            LOG.info("A new passkey of {} was refused: {}", user.loginId, e.getMessage());
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored challenge can't be read", e);
        }
    }

    /**
     * Asks for an answer: beside a password a touch is enough, in its place the PIN or fingerprint is wanted.
     *
     * @param user whose passkeys may answer; empty for anybody's
     */
    String startUsing(EntityManager entities, Optional<UserRow> user, Purpose purpose, String holder) {
        AssertionRequest asked = party(entities)
                .startAssertion(StartAssertionOptions.builder()
                        .username(user.map(one -> one.loginId))
                        .userVerification(purpose == Purpose.ANSWER ? UserVerificationRequirement.PREFERRED : UserVerificationRequirement.REQUIRED)
                        .timeout(PasskeyChallenges.GOOD.toMillis())
                        .build());
        try {
            PasskeyChallenges.put(entities, purpose + " " + holder, asked.toJson(), clock.instant());
            return asked.toCredentialsGetJson();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes an answer, which must be that of a passkey of the user. */
    Outcome use(EntityManager entities, UserRow user, Purpose purpose, String holder, Answer answer) {
        Instant now = clock.instant();
        Optional<String> request = PasskeyChallenges.take(entities, purpose + " " + holder, now);
        if (request.isEmpty()) {
            return Outcome.OVER;
        }
        try {
            AssertionResult result = party(entities)
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(AssertionRequest.fromJson(request.get()))
                            .response(answer.credential())
                            .build());
            ByteArray owner = result.getCredential().getUserHandle();
            if (!result.isSuccess() || !owner.equals(PasskeyTable.handle(user.id))) {
                return Outcome.WRONG;
            }
            PasskeyTable.used(entities, result.getCredential().getCredentialId(), result.getSignatureCount(), now);
            return Outcome.RIGHT;
        } catch (InvalidSignatureCountException e) {
            LOG.warn("A passkey of {} was refused, there seems to be a copy of it: {}", user.loginId, e.getMessage());
            return Outcome.COUNTER;
        } catch (AssertionFailedException e) {
            LOG.info("A passkey of {} was refused: {}", user.loginId, e.getMessage());
            return Outcome.WRONG;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored challenge can't be read", e);
        }
    }

    private RelyingParty party(EntityManager entities) {
        return address.party(new PasskeyTable(entities));
    }

    /** @throws PlatformException {@code passkey.refused} for what is no such answer */
    static Answer read(String credential) {
        try {
            return new Answer(PublicKeyCredential.parseAssertionResponseJson(credential));
        } catch (IOException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** @throws PlatformException {@code passkey.refused} for what is no such answer */
    static PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> readNew(String credential) {
        try {
            var answer = PublicKeyCredential.parseRegistrationResponseJson(credential);
            // Nobody asks for it, and Google has given it up; the library would want an HTTP client for it.
            if (answer.getResponse().getAttestation().getFormat().equals("android-safetynet")) {
                throw refusal(Outcome.WRONG);
            }
            return answer;
        } catch (IOException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private static PlatformException malformed(Exception e) {
        LOG.debug("Not an answer of a browser", e);
        return refusal(Outcome.WRONG);
    }

    /** What the history calls the reason. */
    static String reason(Outcome outcome) {
        return outcome == Outcome.COUNTER ? "passkey-counter" : "passkey";
    }

    static PlatformException refusal(Outcome outcome) {
        return outcome == Outcome.COUNTER
                ? new PlatformException(
                        Category.REFUSED,
                        "passkey.counter",
                        "The passkey was used more often than it says: somebody may have a copy of it. Remove it and add a new one.")
                : new PlatformException(
                        Category.REFUSED, "passkey.refused", "The passkey was refused, or the request for it is older than five minutes. Try again.");
    }
}
