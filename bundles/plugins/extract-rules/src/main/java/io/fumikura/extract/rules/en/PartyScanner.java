package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the list of parties that follows "between": name, what it is ("a Delaware corporation"), where it is, what it is called below
 * ("(the "Supplier")"), then the next one. Commas and "and" stand everywhere in that list, so a place counts as the beginning of the next party
 * only where a name follows that is told to be one: by its legal form, by a description or by a definition in parentheses.
 */
final class PartyScanner {

    /** What may follow a party's name. */
    private static final Pattern FOLLOWS = Pattern.compile(
            "^,? ?(?:\\(|,? ?(?:a|an|as|having|with|whose|located|organi[sz]ed|incorporated|existing|registered|acting|doing|d/b/a|dba|DBA|D/B/A|on behalf|through|by and through|residing|together|and (?:its|his|her)|formerly|f/k/a|represented|solely|not|hereinafter|herein|individually|established|each|company|corporation|in person|in the person)\\b|[:;]|\\.? ?$|\\.? [A-Z\\d])");

    /** What tells that a name is a party's. */
    private static final Pattern DESCRIPTION = Pattern.compile(
            "^,? ?(?:\\([^)]{0,40}?(?:[\"']|\\b(?:the|herein\\w*|collectively|individually|referred|together|each)\\b)|(?:herein\\w* )?(?:referred to as|hereinafter)|an individual|(?:a|an) [^,;()]{0,90}?(?:corporation|company|partnership|trust|association|individual|organi[sz]ation|institution|bank|body|cooperative|entity|firm|person|resident|citizen|proprietorship|subsidiary|division|LLC|agency|university|society|fund|joint venture|enterprise)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Where another party may begin. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?:[,;.:)\"] ?|\\] ?)?(?<and>-?(?:and|AND|And|&|with|WITH)-?(?: (?:between|among))?[,:]? )|(?<=[)])[,;]? |; |(?<=[.,;:)] )\\(?(?:\\d|ii|iii|iv|[b-e])[).] |(?<comma>, )");

    private static final Pattern LEAD = Pattern.compile(
            "^(?:[ ,;:.\"-]+|\\((?:i|ii|iii|iv|v|vi|[1-9]|[a-f])\\) ?|\\[?[1-9][.)\\]] ?|(?:and|AND|each of|both|(?:the )?following(?: two| three| [a-z]+)? parties[^:]{0,60}:|on (?:the )?one (?:hand|part|side)|(?:each of )?the (?:[a-z]+ ){0,6}(?:listed|named|set forth|identified|signator\\w+)(?: [a-z]+){0,5}(?: (?:Schedule|Exhibit|Annex|Appendix) \\p{Lu}?\\d*)?(?: (?:hereto|hereof))?(?: ?\\([^)]{0,200}\\))*,?|Messrs\\.|M/s\\.?|Party [A-D1-4]:?) )+");

    /** "professional golfer, Jane Roe". */
    private static final Pattern OCCUPATION = Pattern.compile("(?:(?!the |this |these |any |all |each |such )[a-z-]+,? ){1,4}(?=\\p{Lu}[\\p{L}.]+ \\p{Lu})");

    private static final Pattern SECOND = Pattern.compile("^,? (?:and|AND|&) (?=\\p{Lu})");

    private static final Pattern SECOND_INSIDE = Pattern.compile(" (?:and|AND) ");

    private static final Set<String> NO_NAMES = Set.of(
            "party", "parties", "company", "agreement", "this", "recitals", "whereas", "section", "witnesseth", "article", "exhibit", "schedule", "appendix",
            "background", "term", "effective date", "client", "customer", "supplier", "seller", "buyer", "purchaser", "vendor", "owner", "agent", "bank", "distributor",
            "consultant", "contractor", "developer", "licensor", "licensee", "franchisee", "franchisor", "manufacturer", "provider", "sponsor", "i", "a", "you", "we", "if", "usa",
            "u.s.a", "exchange commission", "management", "board of directors", "support services", "delaware corporation");

    private static final String STATES = "Delaware|New York|California|Nevada|Texas|Florida|Massachusetts|Illinois|Ohio|Pennsylvania|New Jersey|Washington|Colorado|Georgia|Virginia|Maryland|Minnesota|Michigan|Utah|Arizona|Indiana|Oregon|Connecticut|North Carolina|Tennessee|Missouri|Wisconsin|Canadian|British|German|French|Japanese|Chinese|Israeli|Dutch|Swiss|Italian|Korean|Indian";

    private static final Pattern NO_NAME = Pattern.compile(
            "(?:England|Wales|Trinidad|Tobago|Bosnia|Herzegovina|Scotland|Northern Ireland|Suite|Floor|State|Street|Avenue|Road|United States|Republic|County|City|Section|Exhibit|Schedule|Article)\\b.*|[A-H]\\. (?:The |(?-i:[a-z])).*|.*\\. The .*|[\\d.,/-]+|.*\\b(?:Table of Content|LEGAL ADDRESS).*|.*\\bParties|(?:Wholly-Owned )?(?:Division|Subsidiary) of\\b.*|(?:Managing |Executive |General )?(?:Director|President|Manager|Chairman|Secretary)\\b.*|.*\\b(?-i:HAS|IS|ARE|MAY|SHALL|WILL|MUST|NOT)\\b.*"
            + "|(?:" + STATES + ") (?-i:corporation|company|limited .*|general .*|partnership)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:located|offices?|address|laws? of|place of business|resid\\w+|headquarter\\w*|situated|domiciled)\\b.*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ALIAS = Pattern.compile("[(\"'][^()\"]{0,60}?[\"']([\\p{L}\\d][^\"()]{1,40}?)[.,]?[\"']");

    /** Another agreement or the text itself begins. */
    private static final Pattern STOP = Pattern.compile(
            "\\b(?:that certain|as an amendment|Whereas|WHEREAS|sometimes referred|may be referred|shall be referred|hereinafter collectively|agree(?:s|d)? (?:to|that|as)|recitals?)\\b");

    private static final int LONGEST_NAME = 120;
    private static final int REST = 180;

    private final Prose prose;
    private final String text;
    private final int limit;
    private final Set<String> aliases = new HashSet<>();

    /** @param limit index in the prose where the list surely has ended */
    PartyScanner(Prose prose, int from, int limit) {
        this.prose = prose;
        text = prose.text();
        Matcher stop = STOP.matcher(text).region(from, Math.min(limit, text.length()));
        this.limit = stop.find() ? stop.start() : Math.min(limit, text.length());
    }

    List<Found<String>> scan(int from) {
        var found = new ArrayList<Found<String>>();
        int place = skipLead(from);
        Optional<Found<String>> first = name(place, true, false).or(() -> occupied(place));
        int next = first.map(Found::end).orElse(place);
        first.ifPresent(found::add);
        while (found.size() < 30) {
            collectAliases(found.isEmpty() ? from : found.get(found.size() - 1).end(), next);
            Optional<Found<String>> name = next(found.isEmpty() ? from : found.get(found.size() - 1).end(), next);
            if (name.isEmpty() || found.size() >= 2 && isPastSentence(found.get(found.size() - 1).end(), name.get().start())) {
                break;
            }
            boolean known = found.stream().anyMatch(other -> isSame(other.value(), name.get().value()));
            if (!known) {
                found.add(name.get());
            }
            next = name.get().end();
        }
        return found;
    }

    /** Whether two names differ in punctuation and case at most, or the other one is the end of the first. */
    static boolean isSame(String one, String other) {
        String name = one.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        String end = other.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        return name.equals(end) || name.endsWith(end) && other.indexOf(' ') > 0;
    }

    private Optional<Found<String>> occupied(int place) {
        Matcher occupation = OCCUPATION.matcher(text).region(place, limit);
        return place < limit && occupation.lookingAt() ? name(occupation.end(), true, false) : Optional.empty();
    }

    private boolean isPastSentence(int end, int place) {
        int sentenceEnd = prose.sentences().end(end - 1);
        return sentenceEnd < place && !text.substring(sentenceEnd, place).matches("[ .,;)\"]*\\(?(?:\\d|ii|iii|[b-e])?[).]? ?(?:and )?");
    }

    private void collectAliases(int from, int to) {
        Matcher alias = ALIAS.matcher(text).region(Math.max(0, from), Math.min(text.length(), Math.max(from, to) + 250));
        while (alias.find()) {
            aliases.add(alias.group(1).toLowerCase(Locale.ROOT).replaceAll("^the ", ""));
        }
    }

    private int skipLead(int from) {
        Matcher lead = LEAD.matcher(text).region(from, limit);
        return lead.lookingAt() ? lead.end() : from;
    }

    /**
     * The party's name that begins at a place.
     *
     * @param first it needs no further sign, since "between" stands before it
     * @param last "and" stands before it, so that another "and" is likely to be its own
     */
    private Optional<Found<String>> name(int place, boolean first, boolean last) {
        if (place >= limit) {
            return Optional.empty();
        }
        Matcher match = CompanyNames.NAME.matcher(text).region(place, Math.min(limit, place + LONGEST_NAME));
        match.useTransparentBounds(true);
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        int start = match.start("name");
        int end = start + CompanyNames.length(text.substring(start, match.end("name")));
        end = extend(start, end, last);
        String name = text.substring(start, end).replaceAll("[,;]$", "");
        String rest = rest(end);
        boolean form = CompanyNames.hasForm(name);
        boolean described = DESCRIPTION.matcher(rest).find();
        if (isNoName(name) || isAlias(name) || isKind(start) || !first && !form && !described && !FOLLOWS.matcher(rest).find()) {
            return Optional.empty();
        }
        return Optional.of(new Found<>(name, start, end, 0.7 + (form ? 0.15 : 0) + (described ? 0.1 : 0)));
    }

    /** Whether capitalised words are a place, a heading, an office or an alias rather than a name. */
    static boolean isNoName(String name) {
        return name.length() < 2 || NO_NAMES.contains(plain(name)) || NO_NAME.matcher(name).matches() || CompanyNames.isOnlyForm(name)
                || name.matches("\\d{4,}.*") && !CompanyNames.hasForm(name);
    }

    private boolean isAlias(String name) {
        return aliases.contains(plain(name)) && !CompanyNames.hasForm(name);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[.,]+$", "");
    }

    /** "a Delaware corporation" is what a party is, not its name. */
    private boolean isKind(int start) {
        return text.substring(Math.max(0, start - 4), start).matches("(?s).*\\b(?:a|an|A|An) ");
    }

    private String rest(int end) {
        return text.substring(end, Math.min(limit, end + REST));
    }

    /** "Institute of Grassland and Environmental Research": goes on over "and" where only the whole is told to be a party. */
    private int extend(int start, int end, boolean last) {
        Matcher second = SECOND.matcher(text).region(end, limit);
        if (CompanyNames.endsWithForm(text.substring(start, end)) || DESCRIPTION.matcher(rest(end)).find() || !second.lookingAt()) {
            return end;
        }
        Matcher more = CompanyNames.NAME.matcher(text).region(second.end(), Math.min(limit, second.end() + LONGEST_NAME));
        if (!more.lookingAt()) {
            return end;
        }
        int to = more.start("name") + CompanyNames.length(more.group("name"));
        boolean told = DESCRIPTION.matcher(rest(to)).find() || CompanyNames.hasForm(text.substring(start, to));
        return told && (last || next(to, to).isPresent()) ? to : end;
    }

    /**
     * The next party's name.
     *
     * @param last where the last party's name ends
     * @param from where to look
     */
    private Optional<Found<String>> next(int last, int from) {
        int depth = 0;
        Matcher separator = SEPARATOR.matcher(text);
        separator.useTransparentBounds(true);
        for (int i = from; i < limit; i++) {
            char letter = text.charAt(i);
            if (letter == '(' && !text.startsWith("(2)", i) && !text.startsWith("(ii)", i) && !text.startsWith("(b)", i)) {
                depth++;
            } else if (letter == ')' && depth > 0) {
                depth--;
            }
            boolean inWord = i > 0 && Character.isLetterOrDigit(letter) && Character.isLetterOrDigit(text.charAt(i - 1));
            separator.region(i, limit);
            if (depth == 0 && !inWord && separator.lookingAt()) {
                Optional<Found<String>> name = name(skipLead(separator.end()), false, separator.group("and") != null);
                if (name.isPresent() && isTold(name.get(), separator, last)) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * After a mere comma a name needs its legal form and a description, or another comma; after "and" a description will do, unless it ends
     * an address ("offices in Rome and Pisa (the …").
     */
    private boolean isTold(Found<String> name, Matcher separator, int last) {
        boolean form = CompanyNames.hasForm(name.value());
        boolean described = DESCRIPTION.matcher(rest(name.end())).find();
        if (separator.group("comma") != null) {
            return CompanyNames.hasLegalForm(name.value()) && !SECOND_INSIDE.matcher(name.value()).find() && (described || rest(name.end()).matches("(?s),? (?:and|AND|[\\p{Lu}]).*"));
        }
        if (form) {
            return true;
        }
        String between = text.substring(last, name.start());
        boolean address = ADDRESS.matcher(between).find() && between.indexOf('(') < 0;
        boolean person = rest(name.end()).matches("(?s),? an? individual.*");
        return person || !address && (described || separator.group("and") != null);
    }
}
