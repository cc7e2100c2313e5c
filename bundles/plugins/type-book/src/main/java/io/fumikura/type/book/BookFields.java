package io.fumikura.type.book;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldDefinition.Choice;
import io.fumikura.document.FieldDefinition.Role;
import io.fumikura.document.FieldType;
import io.fumikura.document.LocalizedText;
import java.util.List;

/** Fields of a book: the seven of the ledger, then what supports them: the two sides, the number, and the breakdown by tax rate. */
final class BookFields {

    static final String TITLE = "title";
    static final String COUNTERPARTY = "counterparty";
    static final String DIRECTION = "direction";
    static final String TRANSACTION_DATE = "transaction_date";
    static final String AMOUNT = "amount";
    static final String REGISTRATION_NUMBER = "registration_number";
    static final String SELLER = "seller";
    static final String BUYER = "buyer";
    static final String INVOICE_NUMBER = "invoice_number";
    static final String SUBTOTAL = "subtotal";
    static final String TAX = "tax";
    static final String TAXABLE_10 = "taxable_10";
    static final String TAX_10 = "tax_10";
    static final String TAXABLE_8 = "taxable_8";
    static final String TAX_8 = "tax_8";
    static final String EXEMPT = "exempt";
    static final String AMOUNT_DUE = "amount_due";
    static final String DUE_DATE = "due_date";

    static final String ISSUED = "issued";
    static final String RECEIVED = "received";

    private BookFields() {}

    static List<FieldDefinition> definitions() {
        return List.of(
                main(TITLE, FieldType.TEXT, false, "タイトル", "Title"),
                main(COUNTERPARTY, FieldType.TEXT, true, "企業名", "Company"),
                new FieldDefinition(
                        DIRECTION,
                        new LocalizedText("発行/受領", "Issued or received"),
                        FieldType.CHOICE,
                        Role.MAIN,
                        false,
                        List.of(
                                new Choice(ISSUED, new LocalizedText("発行", "Issued")),
                                new Choice(RECEIVED, new LocalizedText("受領", "Received")))),
                main(TRANSACTION_DATE, FieldType.DATE, true, "取引年月日", "Transaction date"),
                main(AMOUNT, FieldType.AMOUNT, true, "取引金額", "Amount"),
                main(REGISTRATION_NUMBER, FieldType.TEXT, false, "インボイス登録番号", "Qualified-invoice number"),
                supporting(SELLER, FieldType.TEXT, "売り手", "Seller"),
                supporting(BUYER, FieldType.TEXT, "買い手", "Buyer"),
                supporting(INVOICE_NUMBER, FieldType.TEXT, "書類番号", "Document number"),
                supporting(DUE_DATE, FieldType.DATE, "支払期限", "Due date"),
                supporting(SUBTOTAL, FieldType.AMOUNT, "小計（税抜）", "Subtotal without tax"),
                supporting(TAX, FieldType.AMOUNT, "消費税額", "Tax"),
                supporting(TAXABLE_10, FieldType.AMOUNT, "課税10%（税抜）", "Taxed at 10%, without tax"),
                supporting(TAX_10, FieldType.AMOUNT, "税額10%", "Tax at 10%"),
                supporting(TAXABLE_8, FieldType.AMOUNT, "課税8%（税抜）", "Taxed at 8%, without tax"),
                supporting(TAX_8, FieldType.AMOUNT, "税額8%", "Tax at 8%"),
                supporting(EXEMPT, FieldType.AMOUNT, "非課税", "Not taxed"),
                supporting(AMOUNT_DUE, FieldType.AMOUNT, "支払額", "Amount due"));
    }

    static List<String> columns() {
        return List.of(
                "input_state",
                "number",
                "kind",
                TITLE,
                COUNTERPARTY,
                DIRECTION,
                AMOUNT,
                TRANSACTION_DATE,
                REGISTRATION_NUMBER,
                "owner",
                "group",
                "tags");
    }

    private static FieldDefinition main(String id, FieldType type, boolean required, String ja, String en) {
        return new FieldDefinition(id, new LocalizedText(ja, en), type, Role.MAIN, required, List.of());
    }

    private static FieldDefinition supporting(String id, FieldType type, String ja, String en) {
        return new FieldDefinition(id, new LocalizedText(ja, en), type, Role.SUPPORTING, false, List.of());
    }
}
