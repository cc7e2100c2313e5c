package io.fumikura.core.internal.preview;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.document.Previews.Hit;
import io.fumikura.document.RecordId;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.SearchText;
import io.fumikura.document.text.TextSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of documents' pages, and what is found in it. */
final class PageSearch {

    private static final int MOST_HITS = 1_000;

    private final Transactions transactions;

    PageSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<PageText> page(RecordId id, int page) {
        return transactions.read(entities -> PageTexts.page(entities, id.value(), page));
    }

    /** Whether the page is an image that was recognised. */
    boolean isScanned(RecordId id, int page) {
        return transactions
                .read(entities -> Sql.query(
                        entities,
                        "select source from page_text where record_id = ? and page = ? and part = 0",
                        row -> row.getString(1),
                        id.value(),
                        page))
                .contains(TextSource.OCR.name());
    }

    List<Hit> find(RecordId id, SearchText wanted, boolean exact) {
        var hits = new ArrayList<Hit>();
        for (PageText page : transactions.read(entities -> PageTexts.all(entities, id.value()))) {
            for (SearchText.Place place : SearchText.of(page.text(), exact).find(wanted, MOST_HITS - hits.size())) {
                hits.add(new Hit(page.number(), place.start(), place.end(), page.boxes(place.start(), place.end())));
            }
            if (hits.size() >= MOST_HITS) {
                break;
            }
        }
        return List.copyOf(hits);
    }
}
