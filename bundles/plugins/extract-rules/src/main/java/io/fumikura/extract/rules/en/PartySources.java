package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a contract names its parties. */
final class PartySources {

    private static final Pattern LABEL = Pattern.compile("\\bParty (?<label>[A-D]|[1-4]|One|Two): ?");

    private static final Pattern SIGNATURES = Pattern.compile(
            "\\b(?i:IN WITNESS WHEREOF|duly authori[sz]ed representatives?|executed (?:this|the) |caused this agreement|dated:)");

    /** A company above its signature: "ACME, INC. By: ____". */
    private static final Pattern SIGNATORY = Pattern.compile("(?<![\\p{L}\\p{N}])(?<name>" + CompanyNames.NAME.pattern().replace("(?<name>", "(?:")
            + ")[,:]? (?:a [^:]{0,40} )?(?:By|BY|Per|Signature|/s/)[: ]");

    private static final Pattern OFFICE = Pattern.compile(
            "^.*\\b(?:(?i:general counsel|(?:vice )?president|chief \\w+ officer|c[ef]o|director|manager|secretary|treasurer|(?:authori[sz]ed )?signatory|member|chairman|attorney|partner|officer|\\d{4}\\.))[ ,-]+(?:\\d+ - )?(?=\\p{L})");

    /** "Acme, Inc., a Delaware corporation (the "Company")": a definition in a letter's first sentences. */
    private static final Pattern DEFINED = Pattern.compile("(?<![\\p{L}\\p{N}])(?<name>" + CompanyNames.NAME.pattern().replace("(?<name>", "(?:")
            + "),? ?(?:(?:a|an|with|having|located|whose|of)\\b[^();\"]{3,200}?)?(?:\\((?:the )?\"(?<alias>[^\")]{2,40})\"|(?<=corporation |company |partnership )\\((?<plain>[\\p{Lu}][\\w-]{1,20})\\)|,? ?hereinafter referred to as (?:the )?\"(?<called>[^\"]{2,40})\")");

    /** Bodies that letters name without being parties. */
    private static final Pattern OFFICIAL = Pattern.compile(
            "\\b(?:insurance (?:corporation|fund)|internal revenue|board of|directors|exchange commission|regulatory authority)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern THING = Pattern.compile(
            "\\b(?:agreement|act|date|shares|securities|commission|plan|notes|stock|products?|underwriters?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADING = Pattern.compile("\\b(?:AGREEMENT|Agreement|CONTRACT|Contract|Gentlemen:) (?=\\p{Lu})");

    private static final int LETTER = 4_000;

    /** More signatories than this are officers and affiliates rather than parties. */
    private static final int MOST = 8;

    private PartySources() {}

    /** The first source that names two or more; otherwise the one that names most. */
    static List<Found<String>> best(Contract contract) {
        var sources = Stream.<Supplier<List<Found<String>>>>concat(
                        contract.opening().lists().stream().map(list -> () -> opening(contract, list)),
                        Stream.of(() -> labelled(contract.text()), () -> defined(contract), () -> signatories(contract.prose())))
                .iterator();
        List<Found<String>> best = List.of();
        while (best.size() < 2 && sources.hasNext()) {
            List<Found<String>> names = sources.next().get();
            boolean crowd = !best.isEmpty() && names.size() > MOST;
            best = names.size() > best.size() && !crowd ? names : best;
        }
        return best;
    }

    /** A list beside the opening sentence counts only where all its names are told to be companies or people. */
    private static List<Found<String>> opening(Contract contract, Opening.PartyList list) {
        List<Found<String>> names = new PartyScanner(contract.prose(), list.start(), list.end())
                .scan(list.start()).stream().map(name -> resolve(contract.text(), name)).toList();
        boolean told = names.stream().anyMatch(name -> name.confidence() > 0.75 && (names.size() > 1 || name.value().indexOf(' ') > 0));
        boolean sure = list.start() == contract.opening().parties() && told;
        return sure || names.stream().allMatch(name -> CompanyNames.hasForm(name.value())) ? names : List.of();
    }

    /** A name that was defined before stands for the full one: "Acme Holding, Inc. ("AHI") … between Bolt Ltd. and AHI". */
    private static Found<String> resolve(String text, Found<String> name) {
        if (CompanyNames.hasForm(name.value()) || name.value().contains(" ")) {
            return name;
        }
        Matcher defined = DEFINED.matcher(text).region(0, Math.min(text.length(), name.end() + LETTER));
        while (defined.find()) {
            String alias = Stream.of(defined.group("alias"), defined.group("called"), defined.group("plain"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            String full = defined.group("name");
            if (alias.equalsIgnoreCase(name.value()) && CompanyNames.hasForm(full)) {
                return new Found<>(trim(full), defined.start("name"), defined.end("name"), 0.6);
            }
        }
        return name;
    }

    private static String trim(String name) {
        return name.replaceAll("^(?:[Tt]he|THE) ", "").replaceAll("[,;]$", "");
    }

    private static List<Found<String>> labelled(String text) {
        var found = new ArrayList<Found<String>>();
        var labels = new ArrayList<String>();
        Matcher label = LABEL.matcher(text).region(0, Math.min(text.length(), 5_000));
        while (label.find()) {
            Matcher name = CompanyNames.NAME.matcher(text).region(label.end(), Math.min(text.length(), label.end() + 120));
            if (!labels.contains(label.group("label")) && name.lookingAt()) {
                labels.add(label.group("label"));
                int start = name.start("name");
                int length = CompanyNames.length(name.group("name").replaceAll("(?<=.) (?:Party|This)\\b.*", ""));
                found.add(new Found<>(text.substring(start, start + length), start, start + length, 0.85));
            }
        }
        return found;
    }

    private static List<Found<String>> defined(Contract contract) {
        String text = contract.text();
        var found = new ArrayList<Found<String>>();
        Matcher match = DEFINED.matcher(text).region(0, Math.min(text.length(), LETTER));
        while (match.find() && found.size() < 6) {
            int start = match.start("name") + HEADING.matcher(match.group("name")).results().mapToInt(MatchResult::end).max().orElse(0);
            String name = trim(text.substring(start, match.end("name")));
            boolean kind = contract.prose().before(start, 3).matches("(?s).*\\b[Aa]n? ");
            boolean agreement = OFFICIAL.matcher(name).find() || !CompanyNames.hasLegalForm(name) && THING.matcher(name).find();
            if (!agreement && !kind && CompanyNames.hasForm(name) && isNew(found, name)) {
                found.add(new Found<>(name, start, match.end("name"), 0.55));
            }
        }
        return found;
    }

    private static List<Found<String>> signatories(Prose prose) {
        String text = prose.text();
        var found = new ArrayList<Found<String>>();
        Optional<Integer> from = SIGNATURES.matcher(text).results().map(place -> place.end()).max(Comparator.naturalOrder());
        int start = from.orElse(Math.max(0, text.length() - 3_000));
        Matcher match = SIGNATORY.matcher(text).region(start, Math.min(text.length(), start + 6_000));
        while (match.find() && found.size() < 20) {
            int begin = begin(prose, match.start("name"), match.end("name"));
            String name = trim(text.substring(begin, match.end("name")));
            boolean onBehalf = prose.before(begin, 5).endsWith("By: ");
            if (!onBehalf && CompanyNames.hasForm(name) && isNew(found, name)) {
                found.add(new Found<>(name, begin, match.end("name"), 0.5));
            }
        }
        return found;
    }

    /** Behind the line before and behind the office of the one who signed above. */
    private static int begin(Prose prose, int start, int end) {
        int begin = start;
        for (int i = start; i < end; i++) {
            if (prose.text().charAt(i) == ' ' && (prose.isLineBreak(i) || prose.isWideGap(i)) && CompanyNames.hasForm(prose.text().substring(i + 1, end))) {
                begin = i + 1;
            }
        }
        Matcher office = OFFICE.matcher(prose.text()).region(begin, end);
        return office.lookingAt() ? office.end() : begin;
    }

    private static boolean isNew(List<Found<String>> found, String name) {
        return found.stream().noneMatch(other -> PartyScanner.isSame(other.value(), name));
    }
}
