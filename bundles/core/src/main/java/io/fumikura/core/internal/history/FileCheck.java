package io.fumikura.core.internal.history;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Compares the files in the storage with the hashes that their registration wrote into the history. */
final class FileCheck {

    private static final String REGISTERED = History.RECORD + "registered";

    private final Transactions transactions;
    private final Blobs blobs;
    private final Findings findings;
    private final List<Registered> registered = new ArrayList<>();

    private record Registered(UUID tenant, long sequence, UUID record, String sha256) {}

    FileCheck(Transactions transactions, Blobs blobs, Findings findings) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.findings = findings;
    }

    /** Takes an entry of the history that is as it was written. */
    void take(EntryBody body, Openings texts) {
        int place = body.fields().indexOf("sha256");
        if (body.action().equals(REGISTERED) && place >= 0) {
            String sha256 = texts.text(EntryBody.FIXED + 2 * place + 1);
            if (!sha256.isEmpty()) {
                registered.add(new Registered(body.log(), body.sequence(), body.subject().id(), sha256));
            }
        }
    }

    void run(LongConsumer progress) {
        long done = 0;
        for (Registered file : registered) {
            check(file);
            progress.accept(++done);
        }
    }

    private void check(Registered file) {
        RecordRow row = transactions.read(entities -> entities.find(RecordRow.class, file.record()));
        if (row == null) {
            findings.bad("record.missing", file.tenant(), file.sequence(), "The record that was registered is gone.");
        } else if (!row.sha256.equals(file.sha256())) {
            findings.bad("record.altered", file.tenant(), file.sequence(), "The record refers to another file than the one that was registered.");
        }
        try (InputStream in = blobs.store().open(new TenantId(file.tenant()), file.sha256())) {
            if (!hash(in).equals(file.sha256())) {
                findings.bad("file.altered", file.tenant(), file.sequence(), "The file is not the one that was registered.");
            }
        } catch (StorageException e) {
            findings.bad(
                    e.isMissing() ? "file.missing" : "file.altered",
                    file.tenant(),
                    file.sequence(),
                    e.isMissing() ? "The file that was registered is gone." : "The file can't be read: " + e.getMessage());
        } catch (IOException e) {
            findings.bad("file.altered", file.tenant(), file.sequence(), "The file is damaged: " + e.getMessage());
        }
    }

    private static String hash(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
