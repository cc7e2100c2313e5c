package io.fumikura.core.internal.record;

import io.fumikura.document.RecordId;

/** Reading of documents, as far as records ask for it. */
public interface Jobs {

    /** Queues the record for reading from the start; joins the present transaction. A job that runs already is overtaken. */
    void requeue(RecordId record);

    /** Whether the password opens the record's protected file. Outside of transactions; may take a second. */
    boolean opens(RecordId record, String password);
}
