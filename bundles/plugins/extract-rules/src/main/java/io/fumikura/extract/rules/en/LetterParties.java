package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parties of an agreement in the form of a letter: who writes stands at the beginning of the first sentence ("Acme Inc., a Delaware
 * corporation (the "Company"), confirms its agreement with …"), to whom above the salutation.
 */
final class LetterParties {

    private static final Pattern SALUTATION = Pattern.compile(
            "\\b(?:Ladies and Gentlemen|(?:Dear )?(?:Sirs?|Gentlemen)|Dear (?:Ladies and Gentlemen|[\\p{Lu}][\\p{L}. ]{1,40})): ");

    /** What the writers do: the list of them is over. */
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:confirms?|understands?|proposes?|agrees?|wish(?:es)?|desires?|hereby|issued|intends?|refer)\\b");

    private static final Pattern SELVES = Pattern.compile("(?:The|Each of the) undersigned,? ");

    private static final Pattern WITH = Pattern.compile("\\bagreement with (?:each of )?");

    /** "Acme Inc., 1 Main Street": what stands over an address. */
    private static final Pattern ADDRESSED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(?:19|20)\\d\\d |\\d+ Shares )?(?<name>" + CompanyNames.NAME.pattern().replace("(?<name>", "(?:") + ")(?=,? [^()]{0,60}\\d)");

    private static final int REACH = 10_000;

    private static final int ADDRESS = 350;

    /** A name without a legal form that is told to be a party, see {@link PartyScanner}. */
    private static final double TOLD = 0.75;

    private LetterParties() {}

    static List<Found<String>> names(Contract contract) {
        String text = contract.text();
        Matcher salutation = SALUTATION.matcher(text).region(0, Math.min(text.length(), REACH));
        if (contract.opening().isFound() || !salutation.find()) {
            return List.of();
        }
        var found = new ArrayList<>(writers(contract, salutation.end()));
        if (!found.isEmpty()) {
            readers(text, salutation.start()).stream()
                    .filter(reader -> found.stream().noneMatch(writer -> isSame(writer, reader)))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isSame(Found<String> one, Found<String> other) {
        return PartyScanner.isSame(one.value(), other.value()) || PartyScanner.isSame(other.value(), one.value());
    }

    private static List<Found<String>> writers(Contract contract, int start) {
        String text = contract.text();
        int end = contract.prose().sentences().end(start);
        Matcher selves = SELVES.matcher(text).region(start, end);
        int from = selves.lookingAt() ? selves.end() : start;
        var found = new ArrayList<>(scan(contract, from, verb(text, from, end)));
        Matcher with = WITH.matcher(text).region(from, end);
        if (with.find()) {
            scan(contract, with.end(), end).stream()
                    .filter(name -> found.stream().noneMatch(other -> isSame(other, name)))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Found<String>> scan(Contract contract, int from, int to) {
        return new PartyScanner(contract.prose(), from, to)
                .scan(from).stream().filter(name -> CompanyNames.hasForm(name.value()) || name.confidence() > TOLD).toList();
    }

    private static int verb(String text, int from, int to) {
        Matcher verb = VERB.matcher(text).region(from, to);
        while (verb.find()) {
            String before = text.substring(from, verb.start());
            if (before.chars().filter(c -> c == '(').count() == before.chars().filter(c -> c == ')').count() && !before.endsWith("which ") && !before.endsWith("that ")) {
                return verb.start();
            }
        }
        return to;
    }

    private static List<Found<String>> readers(String text, int end) {
        var found = new ArrayList<Found<String>>();
        Matcher match = ADDRESSED.matcher(text).region(Math.max(0, end - ADDRESS), end);
        while (match.find()) {
            int length = CompanyNames.length(match.group("name"));
            String name = CompanyNames.trim(match.group("name").substring(0, length));
            if (CompanyNames.hasLegalForm(name) && !PartyScanner.isNoName(name)) {
                found.add(new Found<>(name, match.start("name"), match.start("name") + length, 0.6));
            }
        }
        return found;
    }
}
