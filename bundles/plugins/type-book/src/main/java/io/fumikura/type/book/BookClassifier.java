package io.fumikura.type.book;

import io.fumikura.document.spi.DocumentType.Classification;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides from headings and wording whether a document is a book, and of which kind. */
final class BookClassifier {

    private static final int HEADING_LINES = 12;

    Optional<Classification> classify(DocumentText document) {
        if (document.folded().isBlank()) {
            return Optional.empty();
        }
        PageText page = document.pages().stream().filter(one -> !one.isBlank()).findFirst().orElseThrow();
        var body = new BodyEvidence(document.folded().toLowerCase(Locale.ROOT));
        var heading = HeadingEvidence.of(page).entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue));
        double clear = heading.map(Map.Entry::getValue).orElse(0.0);
        if (body.isAgreement(clear >= 0.9) || clear < 0.9 && (namesAgreement(page) || body.startsAsAgreement())) {
            return Optional.empty();
        }
        if (isPaidOverTheCounter(body, heading.map(Map.Entry::getKey).orElse(BookKind.OTHER), clear)) {
            return answer(BookKind.RECEIPT, 0.85);
        }
        if (clear >= 0.6) {
            return answer(heading.get().getKey(), Math.min(0.95, 0.55 + clear / 4 + (body.isSummed() ? 0.1 : 0)));
        }
        return fromBody(body, page).or(() -> clear > 0.2 && body.isSummed()
                ? answer(heading.get().getKey(), 0.5)
                : Optional.empty());
    }

    /** Shops head their receipts "tax invoice"; what tells them is that they were paid at once. */
    private static boolean isPaidOverTheCounter(BodyEvidence body, BookKind heading, double clear) {
        if (clear >= 0.6 && heading != BookKind.INVOICE && heading != BookKind.RECEIPT) {
            return false;
        }
        int signs = body.counterSigns();
        return body.isPriced() && (signs >= 2 || signs == 1 && body.isSummed() && !body.isBilled());
    }

    private static Optional<Classification> fromBody(BodyEvidence body, PageText page) {
        if (!body.isSummed()) {
            return Optional.empty();
        }
        if (body.isOffered()) {
            return answer(BookKind.QUOTATION, 0.6);
        }
        if (body.isOrdered()) {
            return answer(BookKind.ORDER, 0.6);
        }
        if (body.isBilled() || hasList(page)) {
            return answer(BookKind.INVOICE, 0.6);
        }
        if (body.isDelivered()) {
            return answer(BookKind.DELIVERY_NOTE, 0.6);
        }
        // Nothing but things, prices and their sum: what a till prints.
        return page.lines().size() <= 80 ? answer(BookKind.RECEIPT, 0.5) : Optional.empty();
    }

    /** A list of work done with prices (作業明細書) is sent to be paid. */
    private static boolean hasList(PageText page) {
        return headings(page).anyMatch(piece -> piece.endsWith("明細書") || piece.endsWith("計算書"));
    }

    private static boolean namesAgreement(PageText page) {
        return headings(page).anyMatch(BodyEvidence::namesAgreement);
    }

    private static Stream<String> headings(PageText page) {
        return page.lines().stream()
                .limit(HEADING_LINES)
                .flatMap(line -> HeadingEvidence.pieces(page.folded().substring(line.start(), line.end())).stream());
    }

    private static Optional<Classification> answer(BookKind kind, double confidence) {
        return Optional.of(new Classification(kind.id(), confidence));
    }
}
