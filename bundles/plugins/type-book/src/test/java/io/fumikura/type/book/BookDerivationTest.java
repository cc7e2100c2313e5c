package io.fumikura.type.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookDerivationTest {

    @Test
    void taxIsTheSumOfTheTaxesPerRate() {
        assertThat(derive(Map.of("tax_10", money("30"), "taxable_10", money("300"), "tax_8", money("22"))))
                .containsEntry("tax", money("52"));
    }

    @Test
    void taxStaysEmptyWhereThatOfARateIsMissing() {
        assertThat(derive(Map.of("tax_10", money("30"), "taxable_8", money("280")))).doesNotContainKey("tax");
    }

    @Test
    void subtotalAndAmountFollowFromEachOtherAndTheTax() {
        assertThat(derive(Map.of("amount", money("1100"), "tax", money("100")))).containsEntry("subtotal", money("1000"));
        assertThat(derive(Map.of("subtotal", money("1000"), "tax", money("100")))).containsEntry("amount", money("1100"));
    }

    @Test
    void theSellerOfWhatWasReceivedIsTheCounterparty() {
        assertThat(derive(Map.of(
                        "direction", new FieldValue.Choice("received"),
                        "seller", text("株式会社ひばり"),
                        "buyer", text("つばめ合同会社"))))
                .containsEntry("counterparty", text("株式会社ひばり"));
    }

    @Test
    void theBuyerIsTheCounterpartyOfAnOrderThatWasReceived() {
        assertThat(derive(Map.of(
                        "title", text("注文書"),
                        "direction", new FieldValue.Choice("received"),
                        "seller", text("株式会社ひばり"),
                        "buyer", text("つばめ合同会社"))))
                .containsEntry("counterparty", text("つばめ合同会社"));
    }

    @Test
    void aCounterpartyThatSellsMeansThatThePaperWasReceived() {
        assertThat(derive(Map.of("counterparty", text("(株)ひばり"), "seller", text("株式会社 ひばり"))))
                .containsEntry("direction", new FieldValue.Choice("received"));
    }

    private static Map<String, FieldValue> derive(Map<String, FieldValue> values) {
        var candidates = new HashMap<String, FieldCandidate>();
        values.forEach((field, value) ->
                candidates.put(field, new FieldCandidate(field, value, 1, List.of(), Optional.empty())));
        var derived = new HashMap<String, FieldValue>();
        new BookDerivation().derive(candidates).forEach(candidate -> derived.put(candidate.field(), candidate.value()));
        return derived;
    }

    private static FieldValue money(String value) {
        return new FieldValue.Money(new BigDecimal(value), Optional.empty());
    }

    private static FieldValue text(String value) {
        return new FieldValue.Text(value);
    }
}
