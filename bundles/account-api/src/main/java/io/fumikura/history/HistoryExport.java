package io.fumikura.history;

import io.fumikura.account.Caller;
import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Hands the history out, so that others can keep and check it without the platform. Permissions as in {@link HistoryReader}. Thread-safe. */
@ProviderType
public interface HistoryExport {

    /**
     * Writes a ZIP: the whole log with its texts as a table for people ({@code history.csv}) and byte by byte for the verifier ({@code
     * entries.bin}), and the heads. The export itself becomes an entry.
     */
    void all(Caller caller, HistoryReader.Log log, OutputStream to) throws IOException;

    /**
     * Writes the head of the log and all time stamps over it as JSON, small enough to be kept elsewhere: it proves later that the log was not
     * rewritten or cut before it.
     */
    void heads(Caller caller, HistoryReader.Log log, OutputStream to) throws IOException;
}
