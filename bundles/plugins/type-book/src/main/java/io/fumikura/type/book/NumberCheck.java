package io.fumikura.type.book;

import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import java.util.List;
import java.util.Map;

/** Looks at the qualified-invoice number. */
final class NumberCheck {

    List<Warning> check(Map<String, FieldValue> values) {
        if (!(values.get(BookFields.REGISTRATION_NUMBER) instanceof FieldValue.Text text)) {
            return List.of();
        }
        var number = RegistrationNumber.of(text.value());
        if (!number.isWellFormed()) {
            return List.of(warning(
                    "book.registration-number-form",
                    "インボイス登録番号は T と 13 桁の数字です。",
                    "A qualified-invoice number is T and 13 digits."));
        }
        if (!number.hasCheckDigit()) {
            return List.of(warning(
                    "book.registration-number-check-digit",
                    "インボイス登録番号の検査用数字が法人番号のものと合いません。国税庁の公表サイトで確認してください。",
                    "The check digit of the qualified-invoice number is not that of a corporate number. Confirm it with the National Tax Agency."));
        }
        return List.of();
    }

    private static Warning warning(String code, String ja, String en) {
        return new Warning(code, new LocalizedText(ja, en), List.of(BookFields.REGISTRATION_NUMBER));
    }
}
