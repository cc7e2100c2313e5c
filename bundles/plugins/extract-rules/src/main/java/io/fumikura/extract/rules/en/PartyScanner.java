package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the list of parties that follows "between": name, what it is ("a Delaware corporation"), where it is, what it is called below
 * ("(the "Supplier")"), then the next one. Commas and "and" stand everywhere in that list, so a place counts as the beginning of the next party
 * only where a name follows that is told to be one: by its legal form, by a description or by a definition in parentheses.
 */
final class PartyScanner {

    /** What tells that a name is a party's. */
    private static final Pattern DESCRIPTION = Pattern.compile(
            "^,? ?(?:\\(|,? ?(?:a|an|the|as|having|with|whose|located|organi[sz]ed|incorporated|existing|registered|acting|doing|d/b/a|dba|DBA|D/B/A|on behalf|through|by and through|residing|of|together|and (?:its|his|her)|formerly|f/k/a|represented|solely|not|hereinafter|herein|individually|established|each|company|corporation)\\b|[:;]|\\.? ?$)");

    private static final Pattern CLOSE_DESCRIPTION = Pattern.compile(
            "^,? ?(?:\\([^)]{0,12}?(?:[\"']|the |herein|collectively|individually|referred|together|each)|\\(\"|(?:a|an) [^,;()]{0,90}?(?:corporation|company|partnership|trust|association|individual|organi[sz]ation|institution|bank|body|cooperative|entity|firm|person|resident|citizen|proprietorship|subsidiary|division|LLC|agency|university|society|fund|joint venture)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Where another party may begin. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?:[,;.:)\"] ?|\\] ?)?(?<and>(?:and|AND|And|&|with|WITH|-and-)(?: (?:between|among))?:? )|(?<=[)])[,;]? |; |(?<=[.,;:)] )\\(?(?:\\d|ii|iii|iv|[b-e])[).] ");

    private static final Pattern LEAD = Pattern.compile(
            "^(?:[ ,;:.\"-]+|\\((?:i|ii|iii|iv|v|vi|[1-9]|[a-f])\\) ?|\\[?[1-9][.)\\]] ?|(?:and|AND|each of|both|the following(?: parties)?:?|on (?:the )?one (?:hand|part|side)|Messrs\\.|M/s\\.?) )+");

    private static final Pattern SECOND = Pattern.compile("^,? (?:and|AND|&) (?=\\p{Lu})");

    private static final Set<String> NO_NAMES = Set.of(
            "party", "parties", "the parties", "company", "agreement", "this", "recitals", "whereas", "section", "witnesseth", "article", "exhibit",
            "schedule", "appendix", "background", "term", "effective date", "client", "supplier", "distributor", "consultant", "i", "a", "you", "usa", "u.s.a");

    private static final Pattern REGION = Pattern.compile(
            "(?:England|Wales|Trinidad|Tobago|Bosnia|Herzegovina|Scotland|Northern Ireland|Suite|Floor|State|Street|Avenue|Road|United States|Republic|People's Republic|County|City)\\b.*");

    private static final int LONGEST_NAME = 120;

    private final String text;
    private final int limit;

    /** @param limit index in the text where the list surely has ended */
    PartyScanner(String text, int limit) {
        this.text = text;
        this.limit = Math.min(limit, text.length());
    }

    List<Found<String>> scan(int from) {
        var found = new ArrayList<Found<String>>();
        int place = skipLead(from);
        boolean first = true;
        while (place >= 0 && place < limit && found.size() < 30) {
            Found<String> name = name(place, first);
            if (name == null) {
                place = first ? -1 : next(place + 1);
            } else {
                add(found, name);
                place = next(name.end());
            }
            if (found.size() >= 2 && place > 0 && isPastSentence(found.get(found.size() - 1).end(), place)) {
                place = -1;
            }
            first = false;
        }
        return found;
    }

    private boolean isPastSentence(int end, int place) {
        int sentenceEnd = Sentences.end(text, end);
        return sentenceEnd < place && !text.substring(sentenceEnd, place).matches("[ .,;)\"]*\\(?(?:\\d|ii|iii|[b-e])?[).]? ?(?:and )?");
    }

    private static void add(List<Found<String>> found, Found<String> name) {
        boolean known = found.stream().anyMatch(other -> other.value().equalsIgnoreCase(name.value()));
        if (!known) {
            found.add(name);
        }
    }

    private int skipLead(int from) {
        Matcher lead = LEAD.matcher(text).region(from, limit);
        return lead.lookingAt() ? lead.end() : from;
    }

    /** The party's name that begins at a place, or null. The first one needs no further sign, since "between" stands before it. */
    private Found<String> name(int place, boolean first) {
        Matcher match = CompanyNames.NAME.matcher(text).region(place, Math.min(limit, place + LONGEST_NAME));
        if (!match.lookingAt()) {
            return null;
        }
        int start = match.start("name");
        int end = cut(start, match.end("name"));
        int extended = extend(start, end);
        double confidence = 0.7;
        if (extended > end) {
            end = extended;
        }
        String name = text.substring(start, end);
        String rest = text.substring(end, Math.min(limit, end + 160));
        boolean form = CompanyNames.hasForm(name);
        boolean described = CLOSE_DESCRIPTION.matcher(rest).find();
        if (NO_NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[.,]+$", "")) || REGION.matcher(name).matches() || name.length() < 2) {
            return null;
        }
        if (!first && !form && !described && !DESCRIPTION.matcher(rest).find()) {
            return null;
        }
        if (name.matches("[\\d.,/-]+")) {
            return null;
        }
        confidence += (form ? 0.15 : 0) + (described ? 0.1 : 0);
        return new Found<>(name.replaceAll("[,;]$", ""), start, end, confidence);
    }

    /** Where running text begins inside of a match: "Acme Inc. This Agreement". */
    private int cut(int start, int end) {
        String name = text.substring(start, end);
        Matcher stop = Pattern.compile("[.,]? (?:This|THIS|WHEREAS|Whereas|RECITALS|The|Each|By|In|Dated|DATED|Section|Exhibit|EXHIBIT|TABLE|Table|Source|Page)\\b").matcher(name);
        if (stop.find() && stop.start() > 1) {
            return start + stop.start() + (name.charAt(stop.start()) == '.' ? 1 : 0);
        }
        return end;
    }

    /** "Institute of Grassland and Environmental Research": goes on over "and" where only the whole is told to be a party. */
    private int extend(int start, int end) {
        String name = text.substring(start, end);
        Matcher second = SECOND.matcher(text).region(end, limit);
        if (CompanyNames.hasForm(name) || !second.lookingAt()) {
            return end;
        }
        Matcher more = CompanyNames.NAME.matcher(text).region(second.end(), Math.min(limit, second.end() + LONGEST_NAME));
        if (!more.lookingAt()) {
            return end;
        }
        int to = more.end("name");
        String rest = text.substring(to, Math.min(limit, to + 160));
        boolean told = CLOSE_DESCRIPTION.matcher(rest).find() || CompanyNames.hasForm(text.substring(start, to));
        return told && name(next(to)) ? to : end;
    }

    private boolean name(int place) {
        return place >= 0 && name(place, false) != null;
    }

    /** Where the next party's name begins, or -1. */
    private int next(int from) {
        int depth = 0;
        Matcher separator = SEPARATOR.matcher(text).region(from, limit);
        separator.useTransparentBounds(true);
        for (int i = from; i < limit; i++) {
            char letter = text.charAt(i);
            if (letter == '(' && !text.startsWith("(2)", i) && !text.startsWith("(ii)", i)) {
                depth++;
            } else if (letter == ')' && depth > 0) {
                depth--;
            }
            if (depth > 0) {
                continue;
            }
            separator.region(i, limit);
            if (separator.lookingAt() && (i == 0 || !Character.isLetter(text.charAt(i)) || !Character.isLetter(text.charAt(i - 1)))) {
                int place = skipLead(separator.end());
                Found<String> name = place < limit ? name(place, false) : null;
                if (name != null && isTold(name, separator)) {
                    return place;
                }
            }
        }
        return -1;
    }

    /** A name after a mere comma needs its legal form or a definition; after "and" a description will do. */
    private boolean isTold(Found<String> name, Matcher separator) {
        String rest = text.substring(name.end(), Math.min(limit, name.end() + 160));
        boolean strong = CompanyNames.hasForm(name.value()) || CLOSE_DESCRIPTION.matcher(rest).find();
        return strong || separator.group("and") != null && DESCRIPTION.matcher(rest).find();
    }
}
