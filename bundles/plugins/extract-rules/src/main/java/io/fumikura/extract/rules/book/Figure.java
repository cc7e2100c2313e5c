package io.fumikura.extract.rules.book;

import io.fumikura.extract.rules.Amounts.Amount;
import java.math.BigDecimal;

/**
 * An amount and what it is said to be.
 *
 * @param label from the words to its left or above
 * @param weight 0…1, how sure that is
 * @param amount the amount, with its place in the document
 * @param row index of its row in the sheet
 * @param last whether it is the last amount with this label in its row
 */
record Figure(FigureLabel label, double weight, Amount amount, int row, boolean last) {

    BigDecimal value() {
        return amount.value();
    }

    boolean is(FigureLabel.Meaning meaning) {
        return label.is(meaning);
    }
}
