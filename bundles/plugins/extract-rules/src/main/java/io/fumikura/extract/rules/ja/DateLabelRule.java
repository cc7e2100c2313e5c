package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start and end that stand beside a label (契約開始日:2024年4月1日, 雇入れ日, 始期 …), as tables and cover sheets have them. */
final class DateLabelRule implements Rule {

    private static final Map<String, Pattern> LABELS = Map.of(
            "start_date",
            Pattern.compile("(?:契約(?:の)?(?:開始|始)日|開始年月日|契約始期|始期|(?:雇入れ?|雇用開始|入社|採用|就労開始|派遣開始)(?:年月)?日|利用開始日|発効日|効力発生日|適用開始日|自)[))]?[::はをに、]?"),
            "end_date",
            Pattern.compile("(?:契約(?:の)?(?:終了|満了)日|契約終期|終期|満了(?:年月)?日|終了年月日|有効期限|契約期限|雇用終了日|至)[))]?[::はをに、]?"));

    @Override
    public List<Finding> find(Source source) {
        Compact compact = Compact.of(source);
        var found = new ArrayList<Finding>();
        var dates = new HashMap<Integer, Dates.Dated>();
        Dates.in(compact.text()).forEach(dated -> dates.putIfAbsent(dated.start(), dated));
        LABELS.forEach((field, label) -> {
            Matcher matcher = label.matcher(compact.text());
            while (matcher.find()) {
                Optional.ofNullable(dates.get(matcher.end()))
                        .ifPresent(dated -> found.add(Finding.of(
                                field,
                                new FieldValue.Day(dated.date()),
                                compact.origin(dated.start()),
                                compact.originEnd(dated.end()),
                                matcher.group().length() > 1 ? 0.9 : 0.78)));
            }
        });
        return found;
    }
}
