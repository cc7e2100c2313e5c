package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence with which a contract begins: "This Supply Agreement is made as of … by and between A and B".
 *
 * @param start index in the prose
 * @param end index after it: where recitals or clauses begin
 * @param parties index where the list of parties begins, or -1 when the document has no such sentence
 * @param lists all places that may list the parties, the likeliest first: a cover may have one too
 */
record Opening(int start, int end, int parties, List<PartyList> lists) {

    /** From the first party's name to where the list has surely ended. */
    record PartyList(int start, int end, double score) {}

    private static final Pattern BETWEEN = Pattern.compile(
            "\\b(?:by,? )?(?:(?:and|or) )?(?:between|among|amongst|betw een)(?:,? and among|,? and between|/among)?\\b[,:]?|\\b(?<!\\b(?:shall|will|must|to|may) be )(?:entered into|made|executed|concluded|signed) by(?! and (?:between|among))\\b|\\b(?<=\\b[Tt]he )parties to this (?:\\w+ )?agreement are\\b:?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile(
            "\\b(?:WHEREAS|Whereas|RECITALS?|Recitals?:?(?= )|W ?I ?T ?N ?E ?S ?S ?E ?T ?H|Witnesseth|BACKGROUND|Background|NOW,? THEREFORE|Now,? therefore|PREAMBLE|TABLE OF CONTENTS|agrees? as follows|hereby agree|IN CONSIDERATION|In consideration|ARTICLE (?:I|1)|DEFINITIONS|IT IS (?:HEREBY )?AGREED)\\b|(?<= )1\\. [A-Z]|(?<=[.)\"'] )A\\. [A-Z]");

    private static final Pattern INSTRUMENT = Pattern.compile("agreement|contract|amendment|addendum|lease|licen[cs]e|undertaking|memorandum|guaranty|deed|exhibit|attachment|statement of work|work order|order form");

    private static final Pattern MADE = Pattern.compile(
            "\\b(?:dated|made|entered into|executed|effective|as of|concluded|signed|this \\d{1,2} ?(?:st|nd|rd|th) day)\\b");

    private static final Pattern THIS = Pattern.compile("\\b(?:THIS|This) (?=[^.;]{0,140}?(?i:agreement|contract|amendment|addendum|lease|deed|license|memorandum|undertaking|guaranty|exhibit|attachment|statement of work))|\\b(?:The|THE) (?:present )?(?i:agreement|contract)\\b");

    private static final Pattern DEFINITION = Pattern.compile("\\((?:the |hereinafter |\"|')|(?:^|,) an? [\\w ]{2,50}(?:corporation|company|partnership)");

    private static final Pattern SALUTATION = Pattern.compile("\\b(?:Ladies and Gentlemen|(?:Dear )?(?:Sirs?|Gentlemen)|Dear (?:Ladies and Gentlemen|[\\p{Lu}][\\p{L}. ]{1,40})):");

    /** Behind this much of a letter, "between" tells of another agreement. */
    private static final int LETTER_HEAD = 500;

    /** A sentence with less is no opening. */
    private static final double LEAST = 3.5;

    /** A place with less lists no parties. */
    private static final double POSSIBLE = 1;

    /** Openings stand near the beginning, behind covers and tables of contents at most. */
    private static final int REACH = 40_000;

    private static final int MOST = 300;

    private static final int LONGEST = 4_000;

    static Opening of(Prose prose) {
        String text = prose.text();
        Matcher between = BETWEEN.matcher(text).region(0, Math.min(text.length(), REACH));
        between.useTransparentBounds(true);
        var lists = new ArrayList<PartyList>();
        Opening best = new Opening(0, Math.min(text.length(), 2_000), -1, List.of());
        double highest = LEAST;
        for (int times = 0; times < MOST && between.find(); times++) {
            double score = score(text, between.start(), between.end());
            if (score > POSSIBLE) {
                lists.add(new PartyList(between.end(), endOf(text, between.end()), score));
            }
            if (score > highest) {
                highest = score;
                best = new Opening(startOf(text, between.start()), endOf(text, between.end()), between.end(), List.of());
            }
        }
        Matcher salutation = SALUTATION.matcher(text).region(0, Math.min(text.length(), REACH / 4));
        if (salutation.find() && (!best.isFound() || best.start - salutation.end() > LETTER_HEAD)) {
            best = new Opening(0, salutation.end(), -1, List.of());
        }
        lists.sort(Comparator.comparingDouble(PartyList::score).reversed());
        return new Opening(best.start, best.end, best.parties, List.copyOf(lists.subList(0, Math.min(5, lists.size()))));
    }

    boolean isFound() {
        return parties >= 0;
    }

    private static double score(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 350), start);
        String lower = before.toLowerCase(Locale.ROOT);
        String after = text.substring(end, Math.min(text.length(), end + 500));
        double score = 0;
        score += INSTRUMENT.matcher(lower).find() ? 2 : 0;
        score += THIS.matcher(before).find() ? 2 : 0;
        score += MADE.matcher(lower).find() ? 1.5 : 0;
        score += DEFINITION.matcher(after).find() ? 2 : 0;
        score += CompanyNames.FORM_PATTERN.matcher(after).find() ? 1 : 0;
        score += after.matches("(?s),?:? ?(?:\\(?[1iIaA][).] )?(?:[a-z-]+,? ){0,4}[\\p{Lu}\\d\"].*") ? 1 : -2;
        score -= lower.matches("(?s).*\\b(?:that certain|pursuant to|the terms of|entire agreement|supersedes?|conflict|relationship|difference|allocation)\\b[^.]{0,200}") ? 2.5 : 0;
        return score - start / 8_000.0;
    }

    private static int startOf(String text, int between) {
        int from = Math.max(0, between - 500);
        Matcher beginning = THIS.matcher(text).region(from, between);
        int start = -1;
        while (beginning.find()) {
            start = start < 0 || between - beginning.start() > 60 ? beginning.start() : start;
        }
        return start >= 0 ? start : Math.max(0, between - 150);
    }

    private static int endOf(String text, int between) {
        int last = Math.min(text.length(), between + LONGEST);
        Matcher end = END.matcher(text).region(Math.min(between + 20, last), last);
        return end.find() ? end.start() : last;
    }
}
