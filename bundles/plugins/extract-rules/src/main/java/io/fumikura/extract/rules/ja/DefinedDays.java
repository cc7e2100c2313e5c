package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days with a name of their own, 2024年7月1日(以下「発効日」という。), of which a later clause speaks: 発効日から3年間. */
final class DefinedDays {

    private static final int OPENING = 3000;
    private static final int REACH = 40;
    private static final Pattern NAME = Pattern.compile("\\((?:以下[、,]?)?[「『](?<name>[^」』]{1,8}日)[」』]");

    private final Compact compact;
    private final List<Day> days;

    private DefinedDays(Compact compact, List<Day> days) {
        this.compact = compact;
        this.days = days;
    }

    private record Day(String name, Dates.Dated dated) {}

    static DefinedDays in(Compact compact) {
        String start = compact.text().substring(0, Math.min(compact.text().length(), OPENING));
        var days = new ArrayList<Day>();
        for (Dates.Dated dated : Dates.in(start)) {
            Matcher name = NAME.matcher(start).region(dated.end(), Math.min(start.length(), dated.end() + 30));
            if (name.lookingAt()) {
                days.add(new Day(name.group("name"), dated));
            }
        }
        return new DefinedDays(compact, List.copyOf(days));
    }

    /** The start date, where the term counts from such a day. */
    Optional<Finding> start(TermWindow window) {
        return days.stream().filter(day -> counts(window, day)).findFirst().map(day -> {
            int used = window.start() + window.text().indexOf(day.name());
            return new Finding(
                    "start_date",
                    new FieldValue.Day(day.dated().date()),
                    List.of(
                            new Span(compact.origin(used), compact.originEnd(used + day.name().length())),
                            new Span(compact.origin(day.dated().start()), compact.originEnd(day.dated().end()))),
                    window.confidence());
        });
    }

    private static boolean counts(TermWindow window, Day day) {
        int used = window.text().indexOf(day.name());
        return used >= 0
                && used < REACH
                && TermRule.FROM.matcher(window.text().substring(used + day.name().length())).find();
    }
}
