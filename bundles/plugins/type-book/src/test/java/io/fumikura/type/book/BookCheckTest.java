package io.fumikura.type.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.FieldValue;
import io.fumikura.document.Warning;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"T7000012050002", "Ｔ８０４０００１０７９５０２", "T 7010-7050-00725"})
    void acceptsNumbersOfCorporations(String number) {
        assertThat(codes(Map.of("registration_number", new FieldValue.Text(number)))).isEmpty();
    }

    @Test
    void warnsOfAWrongCheckDigitAndOfAWrongForm() {
        assertThat(codes(Map.of("registration_number", new FieldValue.Text("T1234567890123"))))
                .containsExactly("book.registration-number-check-digit");
        assertThat(codes(Map.of("registration_number", new FieldValue.Text("T123456789012"))))
                .containsExactly("book.registration-number-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "32"})
    void taxMayBeRoundedEitherWay(String tax) {
        assertThat(codes(yen("taxable_10", "315", "tax_10", tax))).isEmpty();
    }

    @Test
    void taxThatWasRoundedPerLineIsFlagged() {
        assertThat(codes(yen("taxable_10", "315", "tax_10", "30"))).containsExactly("book.tax-mismatch");
    }

    @Test
    void taxOfPricesThatIncludeItFits() {
        assertThat(codes(yen("taxable_10", "20", "tax_10", "1"))).isEmpty();
        assertThat(codes(yen("taxable_8", "280", "tax_8", "22"))).isEmpty();
    }

    @Test
    void subtotalAndTaxThatDoNotMakeTheTotalAreFlagged() {
        assertThat(codes(yen("subtotal", "5000", "tax", "600", "amount", "5500"))).containsExactly("book.sum-mismatch");
        assertThat(codes(yen("subtotal", "5000", "tax", "500", "amount", "5500"))).isEmpty();
    }

    @Test
    void discountsAfterTheSubtotalAreFineWhenTheRatesMakeTheTotal() {
        assertThat(codes(yen(
                        "subtotal", "844", "tax", "64", "amount", "800",
                        "taxable_10", "337", "tax_10", "33", "taxable_8", "399", "tax_8", "31")))
                .isEmpty();
    }

    @Test
    void taxesPerRateThatDoNotMakeTheTaxAreFlagged() {
        assertThat(codes(yen(
                        "taxable_10", "5000", "tax_10", "500", "taxable_8", "3000", "tax_8", "240", "tax", "800")))
                .containsExactly("book.tax-sum-mismatch");
    }

    @Test
    void anAmountDueOverTheTotalIsAContradictionButOneUnderItIsNot() {
        assertThat(codes(yen("amount", "99404", "amount_due", "120000"))).containsExactly("book.totals-contradict");
        assertThat(codes(yen("amount", "99404", "amount_due", "50000"))).isEmpty();
    }

    @Test
    void coinsMayRoundATotal() {
        assertThat(codes(money("MYR", "subtotal", "14.00", "tax", "0.84", "amount", "14.85"))).isEmpty();
    }

    private static List<String> codes(Map<String, FieldValue> values) {
        return new BookDocumentType().check(values).stream().map(Warning::code).toList();
    }

    private static Map<String, FieldValue> yen(String... fields) {
        return money("JPY", fields);
    }

    private static Map<String, FieldValue> money(String currency, String... fields) {
        var values = new HashMap<String, FieldValue>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(
                    fields[i],
                    new FieldValue.Money(new BigDecimal(fields[i + 1]), Optional.of(Currency.getInstance(currency))));
        }
        return values;
    }
}
