package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEntry;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordDetail;
import io.fumikura.document.RecordId;
import io.fumikura.document.Records;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records out of the database. */
@Component
public final class StoredRecords implements Records {

    private static final List<io.fumikura.core.internal.history.Change> NOTHING =
            List.of(new io.fumikura.core.internal.history.Change("", "", ""));

    private final Transactions transactions;
    private final RecordWriter writer;
    private final LedgerCatalog catalog;
    private final Jobs jobs;
    private final Secrets secrets;
    private final RecordViews views;

    @Activate
    public StoredRecords(
            @Reference Transactions transactions,
            @Reference RecordWriter writer,
            @Reference LedgerCatalog catalog,
            @Reference Jobs jobs,
            @Reference Secrets secrets,
            @Reference RecordViews views) {
        this.transactions = transactions;
        this.writer = writer;
        this.catalog = catalog;
        this.jobs = jobs;
        this.secrets = secrets;
        this.views = views;
    }

    @Override
    public RecordDetail get(Caller caller, RecordId id) {
        RecordDetail detail = transactions.read(
                entities -> Details.of(entities, catalog, caller, RecordAccess.visible(entities, caller, id)));
        views.viewed(caller, id);
        return detail;
    }

    @Override
    public RecordDetail edit(Caller caller, RecordId id, long version, Edit edit) {
        return change(caller, id, (entities, record) -> {
            Unchanged.require(entities, record, version);
            new EditCheck(catalog.ledger(record.ledger == null ? "" : record.ledger))
                    .check(entities, caller.tenant(), edit);
            new Editor(entities, writer, record, caller).apply(edit);
        });
    }

    @Override
    public RecordDetail complete(Caller caller, RecordId id, long version, boolean complete) {
        return change(caller, id, (entities, record) -> {
            Unchanged.require(entities, record, version);
            record.revision++;
            record.completedByUser = complete;
            History.append(entities, record, Author.of(caller), complete ? "completed" : "reopened", "", "", "");
            writer.settle(entities, record, new PresentValues(entities, record), Instant.now());
        });
    }

    @Override
    public RecordDetail retry(Caller caller, RecordId id) {
        return change(caller, id, (entities, record) -> requeue(entities, record, caller, "retried"));
    }

    @Override
    public RecordDetail unlock(Caller caller, RecordId id, String password) {
        RecordRow seen = transactions.read(
                entities -> RecordAccess.editable(entities, caller, entities.find(RecordRow.class, id.value())));
        requireProtected(seen);
        if (!jobs.opens(id, password)) {
            throw new PlatformException(
                    Category.REFUSED, "document.password-wrong", "The password does not open the file.");
        }
        return change(caller, id, (entities, record) -> {
            requireProtected(record);
            record.passwordEncrypted = secrets.encrypt(password, record.tenant.toString());
            requeue(entities, record, caller, "unlocked");
        });
    }

    @Override
    public List<Change> history(Caller caller, RecordId id) {
        return transactions.read(entities -> {
            RecordAccess.visible(entities, caller, id);
            return History.of(entities, id.value()).stream().flatMap(StoredRecords::changes).toList();
        });
    }

    /** One for each field that the entry tells of. */
    private static Stream<Change> changes(HistoryEntry entry) {
        String action = entry.action().startsWith(History.RECORD)
                ? entry.action().substring(History.RECORD.length())
                : entry.action();
        Author by = entry.by();
        String name = by.actsForName().isEmpty() ? by.name() : by.name() + " (" + by.actsForName() + ")";
        var changes = entry.changes().isEmpty() ? NOTHING : entry.changes();
        return changes.stream()
                .map(change -> new Change(
                        entry.sequence(),
                        entry.at(),
                        name,
                        action,
                        change.field(),
                        change.from(),
                        change.to(),
                        entry.reason()));
    }

    private RecordDetail change(Caller caller, RecordId id, BiConsumer<EntityManager, RecordRow> work) {
        RecordAccess.requireEdit(caller);
        return transactions.required(entities -> {
            RecordRow record = RecordAccess.editable(entities, caller, writer.lock(entities, id).orElse(null));
            work.accept(entities, record);
            entities.flush();
            return Details.of(entities, catalog, caller, record);
        });
    }

    private void requeue(EntityManager entities, RecordRow record, Caller caller, String action) {
        record.revision++;
        History.append(entities, record, Author.of(caller), action, "", "", "");
        writer.state(entities, record, InputState.WAITING, 0, null);
        entities.flush();
        jobs.requeue(new RecordId(record.id));
    }

    private static void requireProtected(RecordRow record) {
        if (record.state != InputState.PROTECTED) {
            throw new PlatformException(
                    Category.CONFLICT, "document.not-protected", "The record does not wait for a password.");
        }
    }
}
