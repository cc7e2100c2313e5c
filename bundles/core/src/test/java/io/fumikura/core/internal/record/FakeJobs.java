package io.fumikura.core.internal.record;

import io.fumikura.document.RecordId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was queued; files open with "開けゴマ". */
public final class FakeJobs implements Jobs {

    final List<RecordId> queued = new ArrayList<>();

    @Override
    public void requeue(RecordId record) {
        queued.add(record);
    }

    @Override
    public boolean opens(RecordId record, String password) {
        return password.equals("開けゴマ");
    }
}
