package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.signing.spi.TimeStampAuthority;
import io.fumikura.signing.spi.TimeStampException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Seals the heads of all logs with time stamps: read the heads, have their root stamped outside of any transaction, write the seal down. Another
 * node that seals at the same time loses and does nothing.
 */
@Component(service = Sealing.class, configurationPid = "io.fumikura.core.history")
@Designate(ocd = HistoryConfig.class)
public final class Sealing {

    private final Transactions transactions;
    private final MacKey key;
    private final Clock clock;
    private final HistoryFolder folder;
    private final Duration pause;
    private final List<String> trusted;
    private final Supplier<TimeStampAuthority> local;
    private @Nullable TimeStampAuthority localAuthority;
    /** Whether each folder has all seals. */
    private boolean copied;

    /** Whom to ask instead of the platform's own authority. */
    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable TimeStampAuthority authority;

    @Activate
    public Sealing(HistoryConfig config, @Reference Transactions transactions, @Reference Secrets secrets) {
        this(
                transactions,
                secrets,
                Clock.systemUTC(),
                new HistoryFolder(
                        config.folder().isEmpty() ? DataFolder.path().resolve("history") : Path.of(config.folder()),
                        config.copies().isEmpty() ? null : Path.of(config.copies())),
                Duration.ofHours(Math.max(1, config.hours())),
                List.of(config.trusted()));
    }

    Sealing(
            Transactions transactions, Secrets secrets, Clock clock, HistoryFolder folder, Duration pause, List<String> trusted) {
        this.transactions = transactions;
        this.clock = clock;
        this.folder = folder;
        this.pause = pause;
        this.trusted = trusted;
        key = MacKey.of(secrets);
        local = () -> new LocalAuthority(secrets, clock);
    }

    HistoryFolder folder() {
        return folder;
    }

    Clock clock() {
        return clock;
    }

    MacKey key() {
        return key;
    }

    /** Whether a time stamp by this key counts. */
    boolean isTrusted(String keyId) {
        return folder.keys().contains(keyId) || trusted.stream().anyMatch(keyId::equalsIgnoreCase);
    }

    /** Notes how far the logs are, and seals them when it is time and something was written since. */
    synchronized void round() throws TimeStampException {
        List<SealedHead> heads = heads();
        Optional<Seals.Stored> last = transactions.read(Seals::last);
        folder.mark(heads, clock.instant());
        if (isDue(last, heads)) {
            seal();
        } else if (!copied) {
            copied = folder.keep(
                    transactions.read(entities -> Seals.from(entities, 1)).stream().map(Seals.Stored::seal).toList());
        }
    }

    /** Whether something was written since the last seal and the pause is over; a clock that went back counts as over. */
    private boolean isDue(Optional<Seals.Stored> last, List<SealedHead> heads) {
        return isUnsealed(last, heads)
                && last.map(seal -> Duration.between(seal.at(), clock.instant()))
                        .map(age -> age.isNegative() || age.compareTo(pause) >= 0)
                        .orElse(true);
    }

    private static boolean isUnsealed(Optional<Seals.Stored> last, List<SealedHead> heads) {
        long sealed = last.stream().flatMap(seal -> seal.seal().heads().stream()).mapToLong(SealedHead::entries).sum();
        // The entry about the seal itself does not count.
        long now = heads.stream().mapToLong(SealedHead::entries).sum();
        return now > sealed + (last.isPresent() ? 1 : 0);
    }

    /** Since when entries wait for a seal longer than they should; empty when all is well. */
    Optional<Instant> overdueSince() {
        Optional<Seals.Stored> last = transactions.read(Seals::last);
        if (!isUnsealed(last, transactions.read(Heads::all))) {
            return Optional.empty();
        }
        return last.map(Seals.Stored::at)
                .or(() -> transactions.read(Heads::first))
                .filter(since -> since.plus(pause).plus(Duration.ofHours(2)).isBefore(clock.instant()));
    }

    /** Seals now. @return the number of the seal */
    synchronized long seal() throws TimeStampException {
        List<SealedHead> heads = heads();
        Optional<Seals.Stored> last = transactions.read(Seals::last);
        TimeStampAuthority asked = authority();
        byte[] statement = statement(last, heads).encode();
        byte[] token = asked.stamp("SHA-256", Hashes.of(statement));
        Stamp stamp;
        try {
            stamp = Stamp.verify(token, statement);
        } catch (IllegalArgumentException e) {
            throw new TimeStampException(asked.name() + ": " + e.getMessage(), e);
        }
        var seal = new StoredSeal(statement, token, asked.name(), heads);
        folder.remember(stamp.keyId(), asked.name());
        long number = SealStatement.decode(statement).number();
        transactions.run(entities -> {
            Seals.insert(entities, seal);
            History.append(entities, event(number, asked.name(), statement));
        });
        copied &= folder.keep(List.of(seal));
        return number;
    }

    private SealStatement statement(Optional<Seals.Stored> last, List<SealedHead> heads) {
        return new SealStatement(
                identity(last),
                last.map(seal -> seal.number() + 1).orElse(1L),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                last.map(seal -> Hashes.of(seal.seal().statement())).orElse(new byte[Hashes.LENGTH]),
                key.id(),
                heads.size(),
                Proofs.root(heads.stream().map(SealedHead::leaf).toList()));
    }

    private UUID identity(Optional<Seals.Stored> last) {
        return folder.identity().orElseGet(() -> {
            UUID identity = last.map(seal -> SealStatement.decode(seal.seal().statement()).platform()).orElseGet(UUID::randomUUID);
            folder.identity(identity);
            return identity;
        });
    }

    private static HistoryEvent event(long number, String authority, byte[] statement) {
        return new HistoryEvent(
                null,
                new Subject("history", Logs.PLATFORM),
                Author.PLATFORM,
                "history.sealed",
                List.of(
                        new Change("number", "", Long.toString(number)),
                        new Change("authority", "", authority),
                        new Change("statement", "", HexFormat.of().formatHex(Hashes.of(statement)))),
                "");
    }

    /** On disk before anything outside of the database remembers them: a crash must not look like tampering. */
    private List<SealedHead> heads() {
        return transactions.required(Heads::all);
    }

    private TimeStampAuthority authority() {
        TimeStampAuthority other = authority;
        if (other != null) {
            return other;
        }
        if (localAuthority == null) {
            localAuthority = local.get();
        }
        return localAuthority;
    }
}
