package io.fumikura.document;

import io.fumikura.account.Caller;
import io.fumikura.account.UserId;
import io.fumikura.people.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One record at a time: show, edit, repair. Thread-safe; unknown and invisible records are both {@code record.unknown}; who may see a record but not
 * edit it is refused any change with {@code record.read-only}.
 */
@ProviderType
public interface Records {

    RecordDetail get(Caller caller, RecordId id);

    /**
     * Changes fields. One transaction with its history entry.
     *
     * @param version the version that was read
     * @throws io.fumikura.account.PlatformException {@code record.changed} when someone was faster; its details name the fields that
     *     changed since ({@code fields}: list of ids) and who did it ({@code by}). {@code field.unknown}, {@code field.invalid} with
     *     the field and the reason
     */
    RecordDetail edit(Caller caller, RecordId id, long version, Edit edit);

    /** Sets or takes back 入力完了 in spite of empty fields. Conflicts as in {@link #edit}. */
    RecordDetail complete(Caller caller, RecordId id, long version, boolean complete);

    /** Reads the document again (再試行). Values typed by users stay. */
    RecordDetail retry(Caller caller, RecordId id);

    /**
     * Gives the password of a protected file and reads it again.
     *
     * @throws io.fumikura.account.PlatformException {@code document.password-wrong}; {@code document.not-protected}
     */
    RecordDetail unlock(Caller caller, RecordId id, String password);

    /** 編集履歴, newest first: who, when, field, from what to what. */
    List<Change> history(Caller caller, RecordId id);

    /**
     * @param values new values per field id; a field mapped to empty is cleared; fields left out stay
     * @param kind id of another kind of the same ledger
     * @param owner another owner of the tenant
     * @param group another owning group; empty inside for none
     */
    record Edit(
            Map<String, Optional<FieldValue>> values,
            Optional<String> kind,
            Optional<String> memo,
            Optional<List<String>> tags,
            Optional<UserId> owner,
            Optional<Optional<GroupId>> group) {

        public Edit {
            values = Map.copyOf(values);
        }
    }

    /**
     * A line of the history of a record: one field that an action changed, or an action that changed none.
     *
     * @param entry number of the entry in the tenant's history; the lines of one action have the same
     * @param by name of the user, or of what acted by itself
     * @param action stable code of what was done, e.g. {@code edited}
     * @param field id of the field; empty when the entry is about the record as a whole
     * @param from in text form; empty when there was none
     * @param to in text form; empty when it was cleared
     * @param reason why, as given; empty when nobody gave one
     */
    record Change(
            long entry, Instant at, String by, String action, String field, String from, String to, String reason) {}
}
