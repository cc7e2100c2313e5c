package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a contract names its parties. */
final class PartySources {

    private static final Pattern LABEL = Pattern.compile("\\bParty (?<label>[A-D]|[1-4]|One|Two): ?");

    /** "Acme, Inc., a Delaware corporation (the "Company")": a definition in a letter's first sentences. */
    private static final Pattern DEFINED = Pattern.compile("(?<![\\p{L}\\p{N}])(?<name>" + CompanyNames.NAME.pattern().replace("(?<name>", "(?:")
            + "),? ?(?:(?:a|an|with|having|located|whose|of)\\b[^();\"]{3,200}?)?(?:\\((?:[Cc]ompany|[Rr]egistered|[Rr]egistration) (?:[Nn]o\\.?|[Nn]umber) [^)]{2,20}\\),? (?:whose|having|with)\\b|\\((?:the )?\"(?<alias>[^\")]{2,40})\"|(?<=corporation |company |partnership )\\((?<plain>[\\p{Lu}][\\w-]{1,20})\\)|,? ?hereinafter referred to as (?:the )?\"(?<called>[^\"]{2,40})\"|,? ?\\(hereinafter referred to as (?<side>Party [A-D])\\))");

    /** Bodies that letters name without being parties. */
    private static final Pattern OFFICIAL = Pattern.compile(
            "\\b(?:(?:deposit|association) insurance (?:corporation|fund)|internal revenue|board of|directors|exchange commission|regulatory authority)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern THING = Pattern.compile(
            "\\b(?:agreement|act|date|shares|securities|commission|plan|notes|stock|products?|underwriters?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADING = Pattern.compile("\\b(?:AGREEMENT|Agreement|CONTRACT|Contract|Gentlemen:) (?=\\p{Lu})");

    /** Leaves some parties to the signatures. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:each(?: of the)?|the|certain)(?: other)? (?:[a-z]+ ){0,6}(?:listed|named|set forth|identified|signator\\w+)(?: [a-z]+){0,5} (?:Schedule|Exhibit|Annex|Appendix|signature|hereto)\\b");

    private static final int LIST = 1_500;

    private static final int LETTER = 4_000;

    /** More signatories than this are officers and affiliates rather than parties. */
    private static final int MOST = 8;

    private PartySources() {}

    /** The first source that names two or more; otherwise the one that names most. */
    static List<Found<String>> best(Contract contract) {
        var sources = Stream.<Supplier<List<Found<String>>>>concat(
                        Stream.concat(Stream.of(() -> LetterParties.names(contract)), contract.opening().lists().stream().map(list -> () -> opening(contract, list))),
                        Stream.of(() -> labelled(contract.text()), () -> defined(contract), () -> SignatureBlocks.names(contract.prose())))
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
                .scan(list.start()).stream().map(name -> resolve(contract.text(), name)).collect(Collectors.toCollection(ArrayList::new));
        boolean told = names.stream().anyMatch(name -> name.confidence() > 0.75 && (names.size() > 1 || name.value().indexOf(' ') > 0));
        boolean sure = list.start() == contract.opening().parties() && told;
        if (sure && OTHERS.matcher(contract.text()).region(list.start(), Math.min(list.end(), list.start() + LIST)).find()) {
            SignatureBlocks.names(contract.prose()).stream().filter(signer -> isNew(names, signer.value())).forEach(names::add);
        }
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
                    .orElse("");
            String full = defined.group("name");
            if (alias.equalsIgnoreCase(name.value()) && CompanyNames.hasForm(full)) {
                return new Found<>(CompanyNames.trim(full), defined.start("name"), defined.end("name"), 0.6);
            }
        }
        return name;
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
            int start = afterHeading(contract.prose(), match.start("name"), match.end("name"));
            String name = CompanyNames.trim(text.substring(start, match.end("name")));
            boolean kind = contract.prose().before(start, 3).matches("(?s).*\\b[Aa]n? ");
            boolean agreement = OFFICIAL.matcher(name).find() || !CompanyNames.hasLegalForm(name) && THING.matcher(name).find();
            boolean named = CompanyNames.hasForm(name) || match.group("side") != null;
            if (!agreement && !kind && named && isNew(found, name)) {
                found.add(new Found<>(name, start, match.end("name"), 0.55));
            }
        }
        return found;
    }

    private static int afterHeading(Prose prose, int start, int end) {
        String name = prose.text().substring(start, end);
        int begin = start + HEADING.matcher(name).results().mapToInt(MatchResult::end).max().orElse(0);
        for (int i = begin; i < end; i++) {
            begin = prose.isWideGap(i) && CompanyNames.hasForm(prose.text().substring(i + 1, end)) ? i + 1 : begin;
        }
        return begin;
    }

    private static boolean isNew(List<Found<String>> found, String name) {
        return found.stream().noneMatch(other -> PartyScanner.isSame(other.value(), name));
    }
}
