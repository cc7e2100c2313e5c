package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SecondFactors.TotpSeed;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors in the database. All methods run in the present transaction, under the lock of the user's row where they change something. */
@Component(service = Factors.class)
public final class Factors {

    private static final int CODES = 10;
    private static final int CODE_LENGTH = 10;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final Secrets secrets;
    private final FactorNotices notices;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** An authenticator app; not yet good for anything while {@code since} is null. */
    private record TotpRow(byte[] seed, @Nullable Instant since, long lastStep) {}

    @Activate
    public Factors(@Reference Secrets secrets, @Reference FactorNotices notices) {
        this(secrets, notices, Clock.systemUTC());
    }

    Factors(Secrets secrets, FactorNotices notices, Clock clock) {
        this.secrets = secrets;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whether the user has a second factor. */
    static boolean has(EntityManager entities, UUID user) {
        return since(entities, user).isPresent() || PasskeyTable.has(entities, user);
    }

    /** Since when the user has an authenticator app. */
    static Optional<Instant> since(EntityManager entities, UUID user) {
        return Sql.query(
                        entities,
                        "select since from totp_factor where user_id = ? and since is not null",
                        row -> Sql.instant(row, "since"),
                        user)
                .stream()
                .findFirst();
    }

    static int recoveryCodes(EntityManager entities, UUID user) {
        return Sql.query(entities, "select count(*) from recovery_code where user_id = ?", row -> row.getInt(1), user)
                .get(0);
    }

    /** A fresh seed, which takes the place of one that was never confirmed. */
    TotpSeed begin(EntityManager entities, UserRow user) {
        if (since(entities, user.id).isPresent()) {
            throw present();
        }
        byte[] seed = new byte[Totp.SEED_BYTES];
        random.nextBytes(seed);
        Sql.update(entities, "delete from totp_factor where user_id = ?", user.id);
        Sql.update(
                entities,
                "insert into totp_factor (user_id, seed_encrypted, since, last_step) values (?, ?, null, ?)",
                user.id,
                secrets.encrypt(Base64.getEncoder().encodeToString(seed), context(user.id)),
                -1L);
        String secret = Totp.base32(seed);
        return new TotpSeed(
                secret, "otpauth://totp/Fumikura:" + encoded(user.loginId) + "?secret=" + secret + "&issuer=Fumikura");
    }

    /**
     * Makes the begun app a factor once it has shown a code.
     *
     * @return the recovery codes of {@link #added}, empty for a wrong code
     */
    Optional<List<String>> confirm(EntityManager entities, UserRow user, String code, String address) {
        Optional<TotpRow> begun = totp(entities, user.id).filter(row -> row.since() == null);
        OptionalLong step = begun.map(row -> Totp.step(row.seed(), clean(code), clock.instant(), row.lastStep()))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Sql.update(
                entities, "update totp_factor set since = ?, last_step = ? where user_id = ?", clock.instant(), step.getAsLong(), user.id);
        Sessions.record(entities, user, "factor.totp-added", address, List.of());
        notices.appAdded(entities, user);
        return Optional.of(added(entities, user, address));
    }

    /** To be called after a factor was added. @return fresh recovery codes when there are none yet, for whoever loses it */
    List<String> added(EntityManager entities, UserRow user, String address) {
        return recoveryCodes(entities, user.id) > 0 ? List.of() : renew(entities, user, address);
    }

    /** Fresh recovery codes; the old ones are dead. */
    List<String> renew(EntityManager entities, UserRow user, String address) {
        Sql.update(entities, "delete from recovery_code where user_id = ?", user.id);
        var codes = new ArrayList<String>();
        while (codes.size() < CODES) {
            var code = new StringBuilder();
            for (int i = 0; i < CODE_LENGTH; i++) {
                code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            codes.add(code.insert(CODE_LENGTH / 2, '-').toString());
            Sql.update(
                    entities, "insert into recovery_code (user_id, code_hash) values (?, ?)", user.id, hash(clean(code.toString())));
        }
        Sessions.record(entities, user, "factor.recovery-codes-made", address, List.of());
        return codes;
    }

    static void removeTotp(EntityManager entities, UUID user) {
        Sql.update(entities, "delete from totp_factor where user_id = ?", user);
    }

    /** Everything that a user has. */
    public static void removeAll(EntityManager entities, UserRow user) {
        removeTotp(entities, user.id);
        Sql.update(entities, "delete from passkey where user_id = ?", user.id);
        removed(entities, user);
    }

    /**
     * To be called after a factor was removed. Recovery codes stand for one and go with the last; where the company asks for one, the user's sessions
     * wait until there is a new one.
     */
    static void removed(EntityManager entities, UserRow user) {
        if (has(entities, user.id)) {
            return;
        }
        Sql.update(entities, "delete from recovery_code where user_id = ?", user.id);
        Sql.update(entities, "delete from factor_failure where user_id = ?", user.id);
        if (isRequired(entities, user)) {
            Sql.update(
                    entities,
                    "update user_session set stage = 'SECOND_FACTOR', factor_given = false"
                            + " where user_id = ? and ended is null and stage in ('TERMS', 'LICENCE', 'FULL')",
                    user.id);
        }
    }

    /** Whether the user's company asks for a second factor. */
    static boolean isRequired(EntityManager entities, UserRow user) {
        return entities.find(TenantRow.class, user.tenant).secondFactorRequired;
    }

    static PlatformException present() {
        return new PlatformException(Category.CONFLICT, "factor.present", "There is an authenticator app or a passkey already.");
    }

    /** What became of a code. */
    enum Verdict {
        RIGHT,
        WRONG,
        LOCKED,
        /** There was nothing to judge; neither counted nor written down. */
        OVER
    }

    /** What a check says. @param reason for the history, of what is wrong */
    record Finding(Verdict verdict, String reason) {

        static final Finding RIGHT = new Finding(Verdict.RIGHT, "");
        static final Finding OVER = new Finding(Verdict.OVER, "");

        static Finding wrong(String reason) {
            return new Finding(Verdict.WRONG, reason);
        }
    }

    /** Takes a code of the app, or a recovery code; counts wrong ones. Must be committed whatever it answers. */
    Verdict take(EntityManager entities, UserRow user, String typed, String address) {
        return takeAny(entities, user, false, typed, address);
    }

    /** The same where something else may be typed in its place. @param other whether that is right */
    Verdict takeAny(EntityManager entities, UserRow user, boolean other, String typed, String address) {
        String code = clean(typed);
        return judge(entities, user, address, () -> {
            boolean right = other
                    || (code.length() == CODE_LENGTH ? takeRecovery(entities, user, code, address) : takeTotp(entities, user, code));
            return right ? Finding.RIGHT : Finding.wrong("code");
        });
    }

    /**
     * Takes what stands for a second factor unless the user is locked, and counts failures. Must be committed whatever it answers.
     */
    Verdict judge(EntityManager entities, UserRow user, String address, Supplier<Finding> check) {
        if (isLocked(entities, user.id)) {
            return Verdict.LOCKED;
        }
        Finding found = check.get();
        if (found.verdict() == Verdict.RIGHT) {
            Sql.update(entities, "delete from factor_failure where user_id = ?", user.id);
        }
        if (found.verdict() == Verdict.WRONG) {
            fail(entities, user.id);
            Sessions.record(entities, user, "signin.failed", address, List.of(new Change("reason", "", found.reason())));
        }
        return found.verdict();
    }

    private boolean takeTotp(EntityManager entities, UserRow user, String code) {
        Optional<TotpRow> app = totp(entities, user.id).filter(row -> row.since() != null);
        OptionalLong step = app.map(row -> Totp.step(row.seed(), code, clock.instant(), row.lastStep())).orElse(OptionalLong.empty());
        step.ifPresent(taken -> Sql.update(entities, "update totp_factor set last_step = ? where user_id = ?", taken, user.id));
        return step.isPresent();
    }

    private boolean takeRecovery(EntityManager entities, UserRow user, String code, String address) {
        boolean right = Sql.update(entities, "delete from recovery_code where user_id = ? and code_hash = ?", user.id, hash(code)) > 0;
        if (right) {
            String left = Integer.toString(recoveryCodes(entities, user.id));
            Sessions.record(entities, user, "signin.recovery-code-used", address, List.of(new Change("left", "", left)));
        }
        return right;
    }

    /** A lock that ends later than any can was set before the clock was put back. */
    private boolean isLocked(EntityManager entities, UUID user) {
        Instant now = clock.instant();
        return Sql.query(
                        entities,
                        "select locked_until from factor_failure where user_id = ? and locked_until is not null",
                        row -> Sql.instant(row, "locked_until"),
                        user)
                .stream()
                .anyMatch(until -> until.isAfter(now) && !until.isAfter(now.plus(LOCKED)));
    }

    private void fail(EntityManager entities, UUID user) {
        Sql.insertIfAbsent(entities, "insert into factor_failure (user_id, failures) values (?, ?)", user, 0);
        Sql.update(entities, "update factor_failure set failures = failures + 1, locked_until = null where user_id = ?", user);
        Sql.update(
                entities,
                "update factor_failure set failures = 0, locked_until = ? where user_id = ? and failures >= ?",
                clock.instant().plus(LOCKED),
                user,
                FAILURES);
    }

    private Optional<TotpRow> totp(EntityManager entities, UUID user) {
        return Sql.query(
                        entities,
                        "select seed_encrypted, since, last_step from totp_factor where user_id = ?",
                        row -> new TotpRow(
                                Base64.getDecoder().decode(secrets.decrypt(row.getString("seed_encrypted"), context(user))),
                                row.getObject("since") == null ? null : Sql.instant(row, "since"),
                                row.getLong("last_step")),
                        user)
                .stream()
                .findFirst();
    }

    private String hash(String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.derive("recovery codes"), "RAW"));
            return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Codes are typed in any width, with blanks and dashes. */
    private static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static String context(UUID user) {
        return "totp:" + user;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
