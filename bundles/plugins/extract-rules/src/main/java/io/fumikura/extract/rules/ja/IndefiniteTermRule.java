package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.List;
import java.util.regex.Pattern;

/** Contracts without a fixed term (期間の定めなし). */
final class IndefiniteTermRule implements Rule {

    private static final Pattern INDEFINITE = Pattern.compile(
            "期間(?:を|の)?(?:定め|さだめ)(?:は|を)?(?:ない|なし|無し|無い|のない|設けない|しない)|期限の定めのない|無期(?:雇用|契約|限)|期間(?:は|:|:)(?:定めない|特に定めない|無期限|期限なし|無期)"
                    + "|(?:終了|解約)(?:する)?(?:旨)?[^。]{0,20}(?:申し?入れる|申し?出る|通知する|解約する|終了させる)まで(?:の間)?[、]?[^。]{0,6}有効");
    /** 期間の定めのない雇用への転換 speaks of another contract; check boxes show both choices. */
    private static final Pattern OTHER = Pattern.compile("転換|申込みをする|[□☐]");

    @Override
    public List<Finding> find(Source source) {
        Compact compact = Compact.of(source);
        return INDEFINITE.matcher(compact.text()).results()
                .filter(match -> !OTHER.matcher(compact.text().substring(
                                Math.max(0, match.start() - 12), Math.min(compact.text().length(), match.end() + 30)))
                        .find())
                .limit(1)
                .map(match -> Finding.of(
                        "indefinite_term",
                        new FieldValue.Flag(true),
                        compact.origin(match.start()),
                        compact.originEnd(match.end()),
                        0.9))
                .toList();
    }
}
