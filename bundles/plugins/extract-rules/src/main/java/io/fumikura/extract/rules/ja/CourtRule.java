package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Court of jurisdiction (合意管轄裁判所), where it is named; 甲の本店所在地を管轄する裁判所 names none. */
final class CourtRule implements Rule {

    private static final Pattern COURT =
            Pattern.compile("(?<court>(?:[一-龥]{1,3}|さいたま)(?:地方|簡易|家庭|高等)裁判所(?:[一-龥]{1,4}支部)?)");
    private static final Pattern NO_NAME = Pattern.compile("管轄|所在|専属|被告|原告|合意|該当|最寄|^[のる]");
    private static final Pattern JURISDICTION = Pattern.compile("管轄|第[1一]審");

    @Override
    public List<Finding> find(Source source) {
        Compact compact = Compact.of(source);
        var found = new ArrayList<Finding>();
        for (Sentences.Sentence sentence : Sentences.of(source).all()) {
            if (JURISDICTION.matcher(sentence.text()).find()) {
                Matcher court = COURT.matcher(sentence.text());
                while (court.find()) {
                    if (!NO_NAME.matcher(court.group()).find()) {
                        found.add(sentence.finding(
                                "governing_court", new FieldValue.Text(court.group()), court.start(), court.end(), 0.9 - found.size() * 0.05, compact));
                    }
                }
            }
        }
        return found.size() > 3 ? found.subList(0, 3) : found;
    }
}
