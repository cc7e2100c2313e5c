package io.fumikura.type.book;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.FieldValue.Money;
import io.fumikura.document.LocalizedText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills what follows from other fields: sums, and the other side of the business. */
final class BookDerivation {

    /** Papers that the buyer writes. */
    private static final Pattern FROM_BUYER = Pattern.compile(
            "注文書|発注書|検収|支払通知|支払明細|purchase order|bestellung|bon de commande", Pattern.CASE_INSENSITIVE);

    List<FieldCandidate> derive(Map<String, FieldCandidate> values) {
        var derived = new ArrayList<FieldCandidate>();
        tax(values).ifPresent(derived::add);
        sums(values).ifPresent(derived::add);
        sides(values).ifPresent(derived::add);
        return derived;
    }

    private static Optional<FieldCandidate> tax(Map<String, FieldCandidate> values) {
        boolean all = complete(values, BookFields.TAXABLE_10, BookFields.TAX_10)
                && complete(values, BookFields.TAXABLE_8, BookFields.TAX_8);
        var rates = List.of(BookFields.TAX_10, BookFields.TAX_8).stream().filter(values::containsKey).toList();
        if (values.containsKey(BookFields.TAX) || rates.isEmpty() || !all) {
            return Optional.empty();
        }
        BigDecimal sum = rates.stream().map(id -> money(values, id).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return candidate(
                values, BookFields.TAX, sum, new LocalizedText("税率ごとの税額の合計", "Sum of the taxes per rate"), rates);
    }

    private static boolean complete(Map<String, FieldCandidate> values, String base, String tax) {
        return !values.containsKey(base) || values.containsKey(tax);
    }

    private static Optional<FieldCandidate> sums(Map<String, FieldCandidate> values) {
        boolean amount = values.containsKey(BookFields.AMOUNT);
        boolean subtotal = values.containsKey(BookFields.SUBTOTAL);
        if (!values.containsKey(BookFields.TAX) || amount == subtotal) {
            return Optional.empty();
        }
        BigDecimal tax = money(values, BookFields.TAX).value();
        return amount
                ? candidate(
                        values,
                        BookFields.SUBTOTAL,
                        money(values, BookFields.AMOUNT).value().subtract(tax),
                        new LocalizedText("取引金額−消費税額", "Amount − tax"),
                        List.of(BookFields.AMOUNT, BookFields.TAX))
                : candidate(
                        values,
                        BookFields.AMOUNT,
                        money(values, BookFields.SUBTOTAL).value().add(tax),
                        new LocalizedText("小計＋消費税額", "Subtotal + tax"),
                        List.of(BookFields.SUBTOTAL, BookFields.TAX));
    }

    private static Money money(Map<String, FieldCandidate> values, String field) {
        return (Money) present(values, field).value();
    }

    private static FieldCandidate present(Map<String, FieldCandidate> values, String field) {
        return Objects.requireNonNull(values.get(field), field);
    }

    /** Empty where the sum has more digits than an amount may have. */
    private static Optional<FieldCandidate> candidate(
            Map<String, FieldCandidate> values, String field, BigDecimal value, LocalizedText rule, List<String> from) {
        var currency = from.stream().map(id -> money(values, id).currency()).flatMap(Optional::stream).findFirst();
        return value.precision() - value.scale() > 18
                ? Optional.empty()
                : Optional.of(new FieldCandidate(
                        field,
                        new Money(value, currency),
                        confidence(values, from),
                        List.of(),
                        Optional.of(new Derivation(rule, from))));
    }

    /** Who issued it tells who the other side is, and the other way round. */
    private static Optional<FieldCandidate> sides(Map<String, FieldCandidate> values) {
        String seller = text(values, BookFields.SELLER);
        String buyer = text(values, BookFields.BUYER);
        String counterparty = text(values, BookFields.COUNTERPARTY);
        String title = text(values, BookFields.TITLE);
        boolean fromBuyer = title != null && FROM_BUYER.matcher(title).find();
        var direction = values.get(BookFields.DIRECTION);
        if (counterparty == null && direction != null) {
            boolean issued = direction.value().equals(new FieldValue.Choice(BookFields.ISSUED));
            String field = issued != fromBuyer ? BookFields.BUYER : BookFields.SELLER;
            String other = text(values, field);
            return other == null
                    ? Optional.empty()
                    : Optional.of(derived(
                            values, BookFields.COUNTERPARTY, new FieldValue.Text(other), List.of(BookFields.DIRECTION, field)));
        }
        if (counterparty == null || direction != null) {
            return Optional.empty();
        }
        boolean isSeller = same(counterparty, seller);
        if (isSeller == same(counterparty, buyer)) {
            return Optional.empty();
        }
        String code = isSeller != fromBuyer ? BookFields.RECEIVED : BookFields.ISSUED;
        String side = isSeller ? BookFields.SELLER : BookFields.BUYER;
        return Optional.of(derived(
                values, BookFields.DIRECTION, new FieldValue.Choice(code), List.of(BookFields.COUNTERPARTY, side)));
    }

    private static FieldCandidate derived(
            Map<String, FieldCandidate> values, String field, FieldValue value, List<String> from) {
        var rule = new LocalizedText("売り手・買い手から", "From seller and buyer");
        return new FieldCandidate(field, value, confidence(values, from), List.of(), Optional.of(new Derivation(rule, from)));
    }

    private static double confidence(Map<String, FieldCandidate> values, List<String> from) {
        return 0.9 * from.stream().mapToDouble(id -> present(values, id).confidence()).min().orElse(0);
    }

    private static @Nullable String text(Map<String, FieldCandidate> values, String field) {
        var candidate = values.get(field);
        return candidate != null && candidate.value() instanceof FieldValue.Text text ? text.value() : null;
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("株式会社|有限会社|合同会社|\\(株\\)|\\(有\\)|御中|\\s|[.,]", "");
    }
}
