package io.fumikura.core.internal.index;

import io.fumikura.search.spi.SearchException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives records to an index together or, when that fails, one by one to find those that it refuses. */
final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);
    private static final int MOST_REFUSED = 3;

    private OneByOne() {}

    interface Act {
        void give(List<Entry> entries) throws SearchException;
    }

    /**
     * @return entries that the index refuses
     * @throws SearchException when it refuses all, or so many that it is broken
     */
    static List<Entry> give(List<Entry> entries, Act act) throws SearchException {
        try {
            act.give(entries);
            return List.of();
        } catch (SearchException | RuntimeException e) {
            if (entries.size() == 1) {
                throw e;
            }
            return each(entries, act);
        }
    }

    private static List<Entry> each(List<Entry> entries, Act act) throws SearchException {
        var bad = new ArrayList<Entry>();
        Exception last = null;
        for (int i = 0; i < entries.size(); i++) {
            try {
                act.give(List.of(entries.get(i)));
            } catch (SearchException | RuntimeException e) {
                bad.add(entries.get(i));
                last = e;
            }
            if (bad.size() > MOST_REFUSED && bad.size() == i + 1) {
                break;
            }
        }
        if (last != null && (bad.size() == entries.size() || bad.size() > MOST_REFUSED)) {
            throw last instanceof SearchException search ? search : new SearchException(String.valueOf(last.getMessage()), last);
        }
        if (last != null) {
            LOG.error("The search index refuses {} records: {}", bad.size(), last.getMessage(), last);
        }
        return bad;
    }
}
