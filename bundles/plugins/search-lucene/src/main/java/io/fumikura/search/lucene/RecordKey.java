package io.fumikura.search.lucene;

import io.fumikura.document.RecordId;
import java.util.UUID;

/** A record id as two longs which sort, as signed ones, like the id's text. */
final class RecordKey {

    private RecordKey() {}

    static long high(RecordId id) {
        return id.value().getMostSignificantBits() ^ Long.MIN_VALUE;
    }

    static long low(RecordId id) {
        return id.value().getLeastSignificantBits() ^ Long.MIN_VALUE;
    }

    static RecordId of(long high, long low) {
        return new RecordId(new UUID(high ^ Long.MIN_VALUE, low ^ Long.MIN_VALUE));
    }
}
