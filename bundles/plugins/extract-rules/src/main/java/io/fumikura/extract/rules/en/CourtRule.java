package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The court to whose jurisdiction the parties submit: "the state and federal courts located in New York County, New York". */
final class CourtRule implements Rule {

    /** Courts, with where they are; the place ends at a comma that no capital follows. */
    private static final String PLACE = "(?:[\\p{Lu}][\\p{L}.'-]*|of|the|and|in|for)(?:,? (?:[\\p{Lu}][\\p{L}.'-]*|of|the|and|in|for)\\b){0,9}";

    private static final Pattern COURT = Pattern.compile(
            "(?<!\\p{L})(?<court>(?:(?i:the )?(?:(?:[Ss]tate|STATE) (?:and|or|and/or) (?:[Ff]ederal|FEDERAL) |(?:[Ff]ederal|FEDERAL) (?:and|or|and/or) (?:[Ss]tate|STATE) |(?:competent|appropriate|proper|ordinary|local|courts? of competent) )?"
                    + "(?:[\\p{Lu}]\\p{L}{1,40} ){0,4}(?:[Cc]ourts?|COURTS?|[Tt]ribunals?)(?: (?:of law|sitting|located|situated|seated|of competent jurisdiction))*,? (?:of|in|for|at|within)(?: and for)? "
                    + PLACE + "))");

    /** A court of somewhere, not just "the courts located in the". */
    private static final Pattern PLACED = Pattern.compile("(?i:courts?|tribunals?).* (?:of|in|for|at|within) .*\\p{Lu}");

    private static final int MOST = 50;

    private static final Pattern PARTIES = Pattern.compile(",?(?: and)?(?: the| each)? (?:Part(?:y|ies)|Compan(?:y|ies))\\b");

    private static final Pattern SUBMITS = Pattern.compile(
            "\\b(?:exclusive|jurisdiction|venue|submit\\w*|brought|instituted|litigat\\w+|forum|resolved|settled)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXCLUSIVE = Pattern.compile("\\b(?:exclusive(?:ly)?|sole(?:ly)?|only in|shall be brought)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        Matcher match = COURT.matcher(contract.text());
        return match.results()
                .limit(MOST)
                .map(court -> {
                    int start = contract.prose().sentences().start(court.start());
                    int end = contract.prose().sentences().end(court.end() - 1);
                    String sentence = contract.text().substring(start, Math.max(end, court.end()));
                    boolean exclusive = EXCLUSIVE.matcher(sentence).find();
                    double confidence = SUBMITS.matcher(sentence).find() ? exclusive ? 0.85 : 0.7 : 0;
                    int last = lastWord(contract.text(), court.start(), court.end());
                    return new Found<>(contract.text().substring(court.start(), last), court.start(), last, confidence);
                })
                .filter(court -> court.confidence() > 0 && PLACED.matcher(court.value()).find())
                .map(court -> contract.finding("governing_court", new FieldValue.Text(court.value().replaceFirst("^[Tt]he ", "")), court))
                .toList();
    }

    /** The place must not end with a word that leads on. */
    private static int lastWord(String text, int start, int end) {
        Matcher parties = PARTIES.matcher(text).region(start, end);
        int last = parties.find() ? parties.start() : end;
        while (text.substring(start, last).matches("(?s).*[ ,](?:of|the|and|in|for)$|.*,$")) {
            last = text.charAt(last - 1) == ',' ? last - 1 : Math.max(text.lastIndexOf(' ', last - 1), start + 1);
        }
        return text.charAt(last - 1) == '.' ? last - 1 : last;
    }
}
