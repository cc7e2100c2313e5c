package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.Seal;
import io.fumikura.people.SealDesk;
import io.fumikura.people.SealDrawing;
import io.fumikura.people.Seals;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals in the database. */
@Component(service = {Seals.class, SealDesk.class})
public final class StoredSeals implements Seals, SealDesk {

    private static final int MOST = 10;
    private static final String SEALS = "select s.*, a.name as approver from seal s left join app_user a on a.id = s.approved_by";

    private final Transactions transactions;

    @Activate
    public StoredSeals(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Seal> list(Caller caller) {
        return transactions.read(entities -> list(entities, caller.user().value()));
    }

    private static List<Seal> list(EntityManager entities, UUID user) {
        return Sql.query(
                entities, SEALS + " where s.user_id = ? and s.state <> 'RETIRED' order by s.created, s.id", StoredSeals::seal, user);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind").equals("DRAWN"),
                row.getInt("width"),
                row.getInt("height"),
                Sql.instant(row, "created"),
                Optional.ofNullable(row.getObject("approved", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("approver")));
    }

    @Override
    public byte[] preview(Caller caller, SealDrawing drawing) {
        return SealImage.png(SealPainter.paint(drawing));
    }

    @Override
    public Seal draw(Caller caller, String name, SealDrawing drawing) {
        return put(caller, name, "DRAWN", SealPainter.paint(drawing));
    }

    @Override
    public Seal upload(Caller caller, String name, InputStream image, boolean transparent) {
        return put(caller, name, "UPLOADED", SealImage.read(image, transparent));
    }

    private Seal put(Caller caller, String typed, String kind, BufferedImage image) {
        String name = Names.ofSeal(typed);
        byte[] png = SealImage.png(image);
        UUID id = UUID.randomUUID();
        return transactions.required(entities -> {
            UUID user = caller.user().value();
            entities.find(UserRow.class, user, LockModeType.PESSIMISTIC_WRITE);
            if (list(entities, user).size() >= MOST) {
                throw new PlatformException(Category.CONFLICT, "seal.too-many", "You may have ten seals; delete one first.");
            }
            Sql.update(
                    entities,
                    "insert into seal (id, tenant_id, user_id, name, kind, state, image, width, height, created)"
                            + " values (?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?)",
                    id,
                    caller.tenant().value(),
                    user,
                    name,
                    kind,
                    png,
                    image.getWidth(),
                    image.getHeight(),
                    Instant.now().truncatedTo(ChronoUnit.MICROS));
            PeopleHistory.user(entities, caller, user, "seal-added", new Change("seal", "", name));
            return find(entities, id);
        });
    }

    @Override
    public void remove(Caller caller, UUID id) {
        transactions.run(entities -> {
            UUID user = caller.user().value();
            entities.find(UserRow.class, user, LockModeType.PESSIMISTIC_WRITE);
            Seal seal = list(entities, user).stream()
                    .filter(own -> own.id().equals(id))
                    .findFirst()
                    .orElseThrow(StoredSeals::unknown);
            Sql.update(
                    entities,
                    seal.approved().isPresent() ? "update seal set state = 'RETIRED' where id = ?" : "delete from seal where id = ?",
                    id);
            PeopleHistory.user(entities, caller, user, "seal-removed", new Change("seal", seal.name(), ""));
        });
    }

    @Override
    public List<Seal> of(Caller caller, UserId user) {
        return transactions.read(entities -> list(entities, new Accounts(entities, caller).find(user).id));
    }

    @Override
    public byte[] image(Caller caller, UUID id) {
        return transactions.read(entities -> {
            UUID owner = owner(entities, caller, id);
            if (!owner.equals(caller.user().value())) {
                seen(entities, caller, owner);
            }
            return Sql.query(entities, "select image from seal where id = ?", row -> row.getBytes(1), id).get(0);
        });
    }

    private static UUID owner(EntityManager entities, Caller caller, UUID seal) {
        return Sql.query(
                        entities,
                        "select user_id from seal where id = ? and tenant_id = ?",
                        row -> row.getObject(1, UUID.class),
                        seal,
                        caller.tenant().value())
                .stream()
                .findFirst()
                .orElseThrow(StoredSeals::unknown);
    }

    /** Whoever does not see the user is not told that there is a seal. */
    private static void seen(EntityManager entities, Caller caller, UUID owner) {
        try {
            new Accounts(entities, caller).find(new UserId(owner));
        } catch (PlatformException e) {
            throw unknown();
        }
    }

    @Override
    public Seal approve(Caller caller, UUID id) {
        return transactions.required(entities -> {
            UUID owner = owner(entities, caller, id);
            seen(entities, caller, owner);
            new Accounts(entities, caller).managed(new UserId(owner));
            entities.find(UserRow.class, owner, LockModeType.PESSIMISTIC_WRITE);
            int approved = Sql.update(
                    entities,
                    "update seal set state = 'APPROVED', approved = ?, approved_by = ? where id = ? and state = 'DRAFT'",
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    entities.find(UserRow.class, caller.user().value()) == null ? null : caller.user().value(),
                    id);
            Seal seal = find(entities, id);
            if (approved > 0) {
                PeopleHistory.user(entities, caller, owner, "seal-approved", new Change("seal", "", seal.name()));
            }
            return seal;
        });
    }

    private static Seal find(EntityManager entities, UUID id) {
        return Sql.query(entities, SEALS + " where s.id = ?", StoredSeals::seal, id).stream()
                .findFirst()
                .orElseThrow(StoredSeals::unknown);
    }

    private static PlatformException unknown() {
        return new PlatformException(Category.NOT_FOUND, "seal.unknown", "There is no such seal.");
    }
}
