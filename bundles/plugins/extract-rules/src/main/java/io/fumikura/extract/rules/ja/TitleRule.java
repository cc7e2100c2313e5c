package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.List;
import java.util.regex.Pattern;

/** Title (タイトル): the first line that names a contract. */
final class TitleRule implements Rule {

    private static final Pattern TITLE = Pattern.compile("(?m)^[#\\s]*(\\S[^\\n。]{0,60}(?:契約書|誓約書|覚書|合意書))\\s*$");

    @Override
    public List<Finding> find(Source source) {
        return source.matches(TITLE)
                .limit(1)
                .map(match -> Finding.of("title", new FieldValue.Text(match.group(1)), match.start(1), match.end(1), 0.9))
                .toList();
    }
}
