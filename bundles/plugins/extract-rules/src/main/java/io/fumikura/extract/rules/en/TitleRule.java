package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title: what the opening sentence calls the document ("This Supply Agreement …"), and the heading above it. Where the opening says no more than
 * "this Agreement", the heading is all there is.
 */
final class TitleRule implements Rule {

    private static final String NOUN =
            "(?i:agreements?|contract|amendment|addendum|lease|licen[cs]e|memorandum of (?:understanding|agreement)|letter of intent|undertaking|deed|guaranty|guarantee|terms and conditions|supplement|endorsement|protocol|plan)";

    private static final String CAPITAL = "(?:[\\p{Lu}\\d][\\p{L}\\d.&/,'*#-]*|&|-|\\([\\p{Lu}][\\p{L} ]*\\))";

    private static final String LINK = "(?i:of|and|for|the|to|on|in|or|with|by|a|an)";

    private static final String NUMBER = "(?:,? (?i:No\\.?|Number|#) ?[\\p{L}\\d.-]{1,6}| \\d{1,2}\\b)?";

    /** "This Supply Agreement (the …", "This is the First Amendment (…". */
    private static final Pattern CALLED = Pattern.compile("\\b(?:THIS|This|The)(?: is (?:the|an?)| IS (?:THE|AN?))? (?<title>(?:(?:" + CAPITAL + "|" + LINK + ") ){0,14}?" + NOUN + NUMBER
            + "(?: (?i:to|of|and) (?:(?:" + CAPITAL + "|" + LINK + ") ){0,12}?" + NOUN + NUMBER + ")?)(?=[ ,.(;:]|$)");

    /** A run of capitalised words with one of the nouns. */
    private static final Pattern HEADING = Pattern.compile("(?<![\\p{L}\\d\"])(?<title>(?:(?:[\\p{Lu}\\d][\\p{Lu}\\d.&/,'*#-]*|&|-|\\([\\p{Lu} ]+\\)) ){0,14}?(?:AGREEMENTS?|CONTRACT|AMENDMENT|ADDENDUM|LEASE|LICEN[CS]E|MEMORANDUM OF UNDERSTANDING|UNDERTAKING|DEED|GUARANTY|ENDORSEMENT|SUPPLEMENT|PLAN)"
            + NUMBER + "(?: (?:TO|OF|AND) (?:(?:[\\p{Lu}\\d][\\p{Lu}\\d.&/,'*#-]*|&) ){0,10}?(?:AGREEMENT|CONTRACT|LEASE))?)(?![\\p{L}])");

    /** The same in title case: only where it stands on a line of its own. */
    private static final Pattern LINE = Pattern.compile("^(?<title>(?:(?:" + CAPITAL + "|" + LINK + ") ){0,14}?" + NOUN + NUMBER + "(?: (?i:to|of|and) (?:(?:" + CAPITAL + "|" + LINK + ") ){0,10}" + NOUN + ")?)(?=$| (?i:between|by and|among|dated|\\())");

    /** What stands before a title but does not belong to it. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?i:exhibit|ex|annex|schedule|appendix|attachment)[ .-]*[\\p{L}]?[\\d.()-]*[\\p{L}]?\\b[ .:-]*|(?i:execution (?:copy|version)|conformed copy|final version|confidential(?: treatment requested)?|redacted(?: version)?|draft|form of|page \\d+|\\[?logo\\]?)[ .:-]*|[\\d.:-]+ )+");

    private static final Pattern COMPANY_LEAD = Pattern.compile("^.*\\b(?:" + CompanyNames.FORM + ")[ ,]+(?=\\p{L})");

    private static final Pattern BARE = Pattern.compile("(?:the |this |present )*(?:agreement|contract|amendment|lease|license|plan|endorsement|supplement)s?", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        var titles = new ArrayList<Found<String>>();
        Found<String> called = called(contract);
        Found<String> heading = heading(contract);
        if (called != null) {
            titles.add(called);
        }
        if (heading != null) {
            titles.add(heading);
        }
        return titles.stream()
                .map(title -> contract.finding("title", new FieldValue.Text(title.value()), title))
                .toList();
    }

    private static Found<String> called(Contract contract) {
        int from = Math.max(0, contract.opening().start() - 5);
        int to = Math.min(contract.text().length(), contract.opening().isFound() ? contract.opening().parties() + 600 : 4_000);
        Matcher match = CALLED.matcher(contract.text()).region(from, to);
        while (match.find()) {
            Found<String> title = clean(contract.text(), match.start("title"), match.end("title"), 0.9);
            if (title != null) {
                return title;
            }
        }
        return null;
    }

    private static Found<String> heading(Contract contract) {
        int to = contract.opening().isFound() ? Math.min(contract.text().length(), contract.opening().start() + 40) : Math.min(contract.text().length(), 4_000);
        Matcher match = HEADING.matcher(contract.text()).region(0, to);
        while (match.find()) {
            Found<String> title = clean(contract.text(), match.start("title"), match.end("title"), 0.8);
            if (title != null) {
                return title;
            }
        }
        return line(contract, to);
    }

    private static Found<String> line(Contract contract, int to) {
        String text = contract.text();
        int start = 0;
        for (int i = 0; i <= to; i++) {
            boolean end = i == to || contract.prose().isLineBreak(i) || contract.prose().isWideGap(i);
            if (end) {
                Matcher match = LINE.matcher(text.substring(start, i));
                if (match.find()) {
                    Found<String> title = clean(text, start + match.start("title"), start + match.end("title"), 0.7);
                    if (title != null) {
                        return title;
                    }
                }
                start = Math.min(i + 1, text.length());
            }
        }
        return null;
    }

    /** Without exhibit numbers and names of companies before it; null when nothing but "agreement" is left. */
    private static Found<String> clean(String text, int start, int end, double confidence) {
        int from = start;
        for (Pattern lead : List.of(LEAD, COMPANY_LEAD, LEAD)) {
            Matcher match = lead.matcher(text).region(from, end);
            if (match.lookingAt() && match.end() < end) {
                from = match.end();
            }
        }
        String title = text.substring(from, end).strip();
        if (BARE.matcher(title).matches() || title.toLowerCase(Locale.ROOT).contains("securities act")) {
            return null;
        }
        return new Found<>(title, from, end, confidence);
    }
}
