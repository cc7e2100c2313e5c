package io.fumikura.type.contract;

import static io.fumikura.document.FieldDefinition.Role.MAIN;
import static io.fumikura.document.FieldDefinition.Role.SUPPORTING;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.Kind;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.LocalizedText;
import java.util.List;

/** Names of the ledger, its kinds, fields and columns. */
final class ContractLedger {

    static final String TITLE = "title";
    static final String PARTIES = "parties";
    static final String AMOUNT = "amount";
    static final String CONCLUSION = "conclusion_date";
    static final String START = "start_date";
    static final String END = "end_date";
    static final String AUTO_RENEWAL = "auto_renewal";
    static final String RENEWAL_PERIOD = "renewal_period";
    static final String NOTICE_DEADLINE = "notice_deadline";
    static final String TERM = "term";
    static final String NOTICE_PERIOD = "notice_period";
    static final String INDEFINITE = "indefinite_term";
    static final String CURRENT_END = "current_end_date";
    static final String COURT = "governing_court";

    static final LedgerDescription DESCRIPTION = new LedgerDescription(
            "contracts", new LocalizedText("契約書", "Contracts"), kinds(), fields(), columns(), END, CURRENT_END, TITLE);

    private ContractLedger() {}

    private static List<Kind> kinds() {
        return List.of(
                kind("nda", "秘密保持契約書", "Non-disclosure agreement"),
                kind("services", "業務委託契約書", "Services agreement"),
                kind("contract-for-work", "請負契約書", "Contract for work"),
                kind("sale", "売買契約書", "Sale and purchase agreement"),
                kind("lease", "賃貸借契約書", "Lease"),
                kind("employment", "雇用契約書", "Employment agreement"),
                kind("dispatch", "労働者派遣契約書", "Worker dispatch agreement"),
                kind("license", "ライセンス契約書", "Licence agreement"),
                kind("agency", "代理店契約書", "Agency or distribution agreement"),
                kind("joint-development", "共同開発契約書", "Joint development agreement"),
                kind("loan", "金銭消費貸借契約書", "Loan agreement"),
                kind("transfer", "譲渡契約書", "Transfer agreement"),
                kind("master", "基本契約書", "Master agreement"),
                kind("memorandum", "覚書・合意書", "Memorandum"),
                kind("amendment", "変更契約書", "Amendment"),
                kind("pledge", "誓約書", "Pledge"),
                kind("other", "その他の契約書", "Other contract"));
    }

    /** Required are those that every concluded contract has: one without a fixed term has no end, one for a single act no start. */
    private static List<FieldDefinition> fields() {
        return List.of(
                field(TITLE, "タイトル", "Title", FieldType.TEXT, MAIN, true),
                field(PARTIES, "契約当事者", "Parties", FieldType.TEXTS, MAIN, true),
                field(AMOUNT, "取引金額", "Amount", FieldType.AMOUNT, MAIN, false),
                field(CONCLUSION, "契約締結日", "Conclusion date", FieldType.DATE, MAIN, true),
                field(START, "契約開始日", "Start date", FieldType.DATE, MAIN, false),
                field(END, "契約終了日", "End date", FieldType.DATE, MAIN, false),
                field(AUTO_RENEWAL, "自動更新の有無", "Automatic renewal", FieldType.FLAG, MAIN, false),
                field(RENEWAL_PERIOD, "更新期間", "Renewal period", FieldType.PERIOD, MAIN, false),
                field(NOTICE_DEADLINE, "解約通知期限", "Cancellation-notice deadline", FieldType.DATE, MAIN, false),
                field(TERM, "契約期間", "Term", FieldType.PERIOD, SUPPORTING, false),
                field(INDEFINITE, "期間の定めなし", "Indefinite term", FieldType.FLAG, SUPPORTING, false),
                field(NOTICE_PERIOD, "解約通知期間", "Notice period", FieldType.PERIOD, SUPPORTING, false),
                field(CURRENT_END, "現在の満了日（更新後）", "Current end after renewals", FieldType.DATE, SUPPORTING, false),
                field(COURT, "合意管轄裁判所", "Court of jurisdiction", FieldType.TEXT, SUPPORTING, false));
    }

    private static List<String> columns() {
        return List.of(
                "input_state", "number", TITLE, PARTIES, "group", "owner", CONCLUSION, START, END, NOTICE_DEADLINE,
                AUTO_RENEWAL, AMOUNT, "status", "tags");
    }

    private static Kind kind(String id, String ja, String en) {
        return new Kind(id, new LocalizedText(ja, en));
    }

    private static FieldDefinition field(
            String id, String ja, String en, FieldType type, FieldDefinition.Role role, boolean required) {
        return new FieldDefinition(id, new LocalizedText(ja, en), type, role, required, List.of());
    }
}
