package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The title: what the opening sentence calls the document ("This Supply Agreement …"), and the heading above it. Where the opening says
 * no more than "this Agreement", the heading is all there is.
 */
final class TitleRule implements Rule {

    private static final String NOUN =
            "(?i:agreements?|contract|amendment|addendum|lease|licen[cs]e|memorandum of (?:understanding|agreement)|letter of intent|undertaking|deed|guaranty|guarantee|terms and conditions|terms of service|supplement|endorsement|statement of work|certificate)";

    /** A capitalised word; a full stop ends it unless that of an abbreviation, since headings do not run over sentences. */
    private static final String CAPITAL =
            "(?:(?i:no\\.|vs\\.)|[\\p{Lu}\\d][\\p{L}\\d.&/,'*#@®™-]*(?<![.:;])|&|-|/|\\([\\p{Lu}][\\p{L} ]*\\))";

    private static final String UPPER =
            "(?:NO\\.|(?!(?:\\d{2,3}|THIS)[ ,])[\\p{Lu}\\d][\\p{Lu}\\d.&/,'*#@®™-]*(?<![.:;])|&|-|/|\\([\\p{Lu} ]+\\))";

    private static final String LINK = "(?i:of|and|for|the|to|on|in|or|with|by|a|an)";

    private static final String NUMBER = "(?:,? (?i:No\\.?|Number|#|n°) ?[\\p{L}\\d.-]{1,6}(?<![.])|(?<=(?i:amendment|addendum|supplement)) \\d\\b(?![.]))?";

    /** After the noun another one: "License Agreement", "Amendment No. 2 to the Supply Agreement". */
    private static final String MORE = "(?: (?:(?:" + CAPITAL + "|" + LINK + ") ){0,8}?" + NOUN + NUMBER + "){0,3}";

    /** "This Supply Agreement (the …", "This is the First Amendment (…". */
    private static final Pattern CALLED = Pattern.compile("\\b(?:THIS|This)(?: (?:is|constitutes) (?:the|an?)| IS (?:THE|AN?))? (?<title>(?:(?:" + CAPITAL + "|" + LINK
            + ") ){0,14}?" + NOUN + NUMBER + MORE + ")(?=[ ,.(;:]|$)");

    private static final Pattern HEADING = Pattern.compile("(?<![\\p{L}\\d\"])(?<title>(?:" + UPPER + " ){0,14}?(?-i:AGREEMENTS?|CONTRACT|AMENDMENT|ADDENDUM|LEASE|LICEN[CS]E|MEMORANDUM OF UNDERSTANDING|UNDERTAKING|DEED|GUARANTY|ENDORSEMENT|SUPPLEMENT|CERTIFICATE)"
            + NUMBER + "(?: (?:" + UPPER + " ){0,8}?(?:AGREEMENT|CONTRACT|LEASE|AMENDMENT|ADDENDUM)" + NUMBER + "){0,2})(?![\\p{L}])");

    /** A heading in title case, on a line of its own or before "between". */
    private static final Pattern LINE = Pattern.compile("^(?<title>(?:(?:" + CAPITAL + "|" + LINK + ") ){0,14}?" + NOUN + NUMBER + MORE
            + ")(?=$| (?i:between|by and|among|dated|party a|of|for|on|regarding|concerning)\\b| [(\"])");

    /** What stands before a title but does not belong to it. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?i:exhibit|ex|annex|schedule|appendix)[ .-]*[\\p{L}]?[\\d.()-]*[\\p{L}]?\\b[ .:-]*|(?i:\\(translation\\)|english translation|execution (?:copy|version)|execution|copy|version|conformed copy|final version|confidential(?: treatment requested)?|redacted(?: version| copy)?|draft|page \\d+|\\[?logo\\]?)[ .:-]+|[\\d.:-]+ |[B-Z] |DBA \\w+ )+");

    private static final Pattern COMPANY_LEAD = Pattern.compile("^.*\\b(?i:inc\\.?|llc|l\\.l\\.c\\.|corp\\.?|corporation|ltd\\.?|limited|lp|l\\.p\\.|incorporated|plc|gmbh|trust i+|s\\.a\\.)[ ,]+(?=\\p{L}{2})");

    /** Notes on confidential treatment are printed in capitals too. */
    private static final Pattern NOTE_LEAD = Pattern.compile(
            "^.*\\b(?:COMMISSION|DISCLOSED|REDACTED|OMITTED|FILED|OMISSIONS|REQUESTED|1934|1933|PORTIONS|AMENDED(?! AND)|ACCORDINGLY|SEPARATELY|EXCLUDED|BRACKETS|HEREBY|HERETO|LAWS\\))\\b[,. ]*(?:\\d ?)?");

    /** Printed on the cover and once more above the text. */
    private static final Pattern TWICE = Pattern.compile("(.{8,} \\p{L}+)\\b.{0,60} \\1$");

    private static final Pattern BARE = Pattern.compile(
            "(?:(?:the|this|present|entire|such|said|of|portions) )*(?:agreement|contract|amendment|lease|license|endorsement|supplement|certificate|deed)s?(?:,? (?:No\\.?|Number|#) ?[\\w.-]+)?|.*\\b(?:this|such) agreement",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        Optional<Found<String>> called = called(contract);
        Optional<Found<String>> heading = heading(contract)
                .map(title -> confirmed(title, called) || isJustAbove(contract, title) ? title.rated(0.92) : title);
        return Stream.of(called, heading)
                .flatMap(Optional::stream)
                .map(title -> contract.finding("title", new FieldValue.Text(title.value()), title))
                .toList();
    }

    /** A heading that begins or ends as the opening calls the document is its full title, unless it is too long to be one. */
    private static boolean confirmed(Found<String> heading, Optional<Found<String>> called) {
        if (called.isEmpty()) {
            return false;
        }
        String title = heading.value().toLowerCase(Locale.ROOT);
        String name = called.get().value().toLowerCase(Locale.ROOT);
        return title.startsWith(name) || title.endsWith(name) && title.length() < name.length() + 40;
    }

    private static boolean isJustAbove(Contract contract, Found<String> heading) {
        int gap = contract.opening().start() - heading.end();
        return contract.opening().isFound() && gap >= 0 && gap < 40;
    }

    private static Optional<Found<String>> called(Contract contract) {
        int from = Math.max(0, contract.opening().start() - 5);
        int to = Math.min(contract.text().length(), contract.opening().isFound() ? contract.opening().parties() + 600 : 4_000);
        Matcher match = CALLED.matcher(contract.text()).region(from, to);
        while (match.find()) {
            Found<String> title = clean(contract.text(), match.start("title"), match.end("title"), 0.9);
            if (title != null) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
    }

    /** The first heading above the opening, in capitals or on a line of its own. */
    private static Optional<Found<String>> heading(Contract contract) {
        int to = Math.min(contract.text().length(), contract.opening().isFound() ? contract.opening().parties() : 4_000);
        Optional<Found<String>> upper = upper(contract.text(), to);
        Optional<Found<String>> line = line(contract, upper.map(Found::start).orElse(to));
        return line.or(() -> upper);
    }

    private static Optional<Found<String>> upper(String text, int to) {
        Matcher match = HEADING.matcher(text).region(0, to);
        match.useTransparentBounds(true);
        while (match.find()) {
            Found<String> title = clean(text, match.start("title"), match.end("title"), 0.85);
            if (title != null) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<String>> line(Contract contract, int to) {
        String text = contract.text();
        int start = 0;
        for (int i = 0; i <= to; i++) {
            boolean end = i == to || contract.prose().isLineBreak(i) || contract.prose().isWideGap(i);
            if (end && i > start) {
                Matcher match = LINE.matcher(text).region(lead(text, start, i), i);
                if (match.find()) {
                    Found<String> title = clean(text, match.start("title"), match.end("title"), 0.7);
                    if (title != null) {
                        return Optional.of(title);
                    }
                }
            }
            start = end ? i + 1 : start;
        }
        return Optional.empty();
    }

    private static int lead(String text, int start, int end) {
        Matcher lead = LEAD.matcher(text).region(start, end);
        return lead.lookingAt() && lead.end() < end ? lead.end() : start;
    }

    /** Without exhibit numbers, notes and names of companies before it; null when nothing but "agreement" is left. */
    private static Found<String> clean(String text, int start, int end, double confidence) {
        int from = start;
        for (Pattern lead : List.of(NOTE_LEAD, LEAD, COMPANY_LEAD, LEAD)) {
            Matcher match = lead.matcher(text).region(from, end);
            if (match.lookingAt() && match.end() < end) {
                from = match.end();
            }
        }
        Matcher twice = TWICE.matcher(text).region(from, end);
        int to = twice.lookingAt() ? twice.end(1) : end;
        String title = text.substring(from, to).strip().replaceAll("[,;]$", "");
        return BARE.matcher(title).matches() ? null : new Found<>(title, from, to, confidence);
    }
}
