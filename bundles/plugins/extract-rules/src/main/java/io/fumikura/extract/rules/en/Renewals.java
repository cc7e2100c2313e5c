package io.fumikura.extract.rules.en;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a contract tells about its renewal. */
final class Renewals {

    private static final Pattern RENEW = Pattern.compile(
            "\\b(?:re-?new(?:s|ed|al|als|able|ing)?|exten(?:d|ds|ded|dable|ding|sion|sions)|prolong\\w*|year[- ]to[- ]year|month[- ]to[- ]month|successive (?:\\([^)]*\\) ?)?[\\w() -]{0,30}(?:terms?|periods?)|additional (?:term|period)s?|successor franchise|(?:additional|further|successive|consecutive) [\\w() -]{0,30}(?:terms?|periods?)|continue (?:automatically )?(?:thereafter|from|for successive))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AUTOMATIC = Pattern.compile(
            "\\b(?:automatic(?:ally)?|tacit(?:ly)?|(?:shall|will)(?: thereafter)? (?:be )?(?:renewed?|extend(?:ed)?|continue)\\b[^.;]{0,200}\\bunless|unless\\b[^.;]{0,200}\\b(?:shall|will)(?: thereafter)? (?:be )?(?:renewed?|extend(?:ed)?)|year[- ]to[- ]year|deemed (?:to be )?(?:renewed|extended)|self-renew\\w*|evergreen)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTIONAL = Pattern.compile(
            "\\b(?:option|right) to (?:renew|extend)|\\bmay (?:be |by |elect )?(?:renew|extend)|\\b(?:not|no) (?:be )?automatic|by (?:mutual )?(?:written )?(?:agreement|consent)\\b|mutually agree", Pattern.CASE_INSENSITIVE);

    /** The contract or its term is what is renewed. */
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?:agreement|contract|term|lease|license|franchise|arrangement)s?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNFIT = Pattern.compile(
            "\\b(?:patents?|trademark registration|domain name|warrant(?:y|ies)|time (?:for|to|of) (?:performance|delivery|cure)|deadline|due date|credit|insurance|policy|policies|loan|maturity|force majeure|payment terms|option period|cure period|registrations?|copyrights?|permits?|offering|lines? of credit|excus\\w+|delay\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEARLY = Pattern.compile(
            "\\b(?:year[- ]to[- ]year|every year|each year|annual(?:ly)?(?: (?:terms?|periods?|basis|renewals?))?|yearly|successive years|each succeeding year|on each anniversary)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTHLY = Pattern.compile(
            "\\b(?:month[- ]to[- ]month|monthly (?:terms?|periods?|basis)|each month)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIKE_FIRST = Pattern.compile(
            "\\b(?:like|same|equal|similar|identical) (?:terms?|periods?|duration|length)|\\bequal (?:in length |in duration )?to the initial term|\\bunder (?:these|the) same terms", Pattern.CASE_INSENSITIVE);

    /** A duration is that of a renewal: what stands before it, what after. */
    private static final Pattern PERIOD_BEFORE = Pattern.compile(
            "\\b(?:renew\\w*|exten\\w*|successive|additional|further|subsequent|consecutive|another|prolong\\w*|continu\\w+|thereafter|each of|period of|term of|terms of|periods of|every|maximum of|automatically)\\b[^.;]{0,90}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERIOD_AFTER = Pattern.compile(
            "^(?:'s?)?[- ]?(?:each|terms?|periods?|renewals?|extensions?|increments?|basis|intervals|duration|in duration|\\(|thereafter|unless|,|\\.|;|on |upon|under|subject|provided|from|at the|beyond|after|following|with|until|by|if|commencing|or|and|to|Renewal|as|without|immediately|at|automatic|pursuant|of service|of)|^$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_PERIOD_BEFORE = Pattern.compile(
            "\\b(?:notice|at least|not less than|no less than|less than|no later than|not later than|within|prior|unless|initial (?:term|period)(?: of)?|minimum of|upon|notif\\w+|more than|original|after the first|expiration of the|end of the|total of)\\b[^;]{0,40}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_PERIOD_AFTER = Pattern.compile(
            "^'?s?'?[^.;,]{0,30}\\b(?:notice|prior to|before|in advance|written|preceding)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OBJECTION = Pattern.compile(
            "\\b(?:notice|notif\\w+|informs?|advis\\w+|non-?renew\\w*|intent\\w*|terminat\\w+|desire|elect\\w*|cancel\\w*|give[sn]?|deliver\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTICE_AROUND = Pattern.compile(
            "\\b(?:prior|before|notice|in advance|advance|preceding|of the (?:conclusion|end)|from the (?:end|expir)\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTICE_BEFORE = Pattern.compile(
            "\\b(?:at least|not less than|no less than|less than|no later than|not later than|later than|minimum of|upon|by|within|with|notice|notif\\w+|gives?|giving|than|of|provides?|one party|a|an|provided|unless|on|following|sent|until|earlier than)\\b[^.;]{0,25}$|[,(] ?$", Pattern.CASE_INSENSITIVE);

    private static final int FOLLOWING = 450;

    private Renewals() {}

    private record Rated(double score, int start, int end) {}

    static Optional<Renewal> best(Contract contract, Optional<Found<Period>> term) {
        return sentences(contract).stream()
                .sorted(Comparator.comparingDouble(Rated::score).reversed())
                .filter(rated -> rated.score() > 1.5)
                .map(rated -> read(contract, rated, term))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Rated> sentences(Contract contract) {
        String text = contract.text();
        var found = new ArrayList<Rated>();
        Matcher renew = RENEW.matcher(text);
        int past = 0;
        while (renew.find()) {
            if (renew.start() < past) {
                continue;
            }
            int[] bounds = contract.prose().sentence(renew.start());
            past = Math.max(bounds[1], renew.end());
            found.add(new Rated(score(text.substring(bounds[0], bounds[1])), bounds[0], bounds[1]));
        }
        return found;
    }

    private static double score(String sentence) {
        double score = SUBJECT.matcher(sentence).find() ? 1 : -1;
        score += AUTOMATIC.matcher(sentence).find() ? 2 : 0;
        score += Pattern.compile("\\b(?:this|the)(?: \\w+){0,3} (?:agreement|contract|term|license|initial term)\\b[^.;]{0,120}\\b(?:renew|extend|continu|prolong)", Pattern.CASE_INSENSITIVE).matcher(sentence).find() ? 1.5 : 0;
        score += OPTIONAL.matcher(sentence).find() ? 0.5 : 0;
        score += Pattern.compile("\\b(?:successive|additional|renewal term|initial term|then-current|thereafter|subsequent)\\b", Pattern.CASE_INSENSITIVE).matcher(sentence).find() ? 1 : 0;
        score += Pattern.compile("\\brenew", Pattern.CASE_INSENSITIVE).matcher(sentence).find() ? 0.6 : 0;
        score -= UNFIT.matcher(sentence).find() ? 2 : 0;
        score -= Pattern.compile("\\b(?:to the extent|extent)\\b", Pattern.CASE_INSENSITIVE).matcher(sentence).find() ? 0.3 : 0;
        return score;
    }

    private static Optional<Renewal> read(Contract contract, Rated rated, Optional<Found<Period>> term) {
        String text = contract.text();
        String sentence = text.substring(rated.start(), rated.end());
        boolean optional = OPTIONAL.matcher(sentence).find();
        Matcher automatic = AUTOMATIC.matcher(sentence);
        boolean isAutomatic = automatic.find() && !sentence.matches("(?is).*\\bnot (?:be )?automatic.*");
        Optional<Found<Period>> period = period(text, rated.start(), rated.end())
                .or(() -> isAutomatic || LIKE_FIRST.matcher(sentence).find() ? term.map(first -> new Found<>(first.value(), rated.start(), rated.end(), 0.6)) : Optional.empty());
        if (period.isEmpty() && !isAutomatic) {
            return Optional.empty();
        }
        Optional<Found<Period>> notice = isAutomatic || !optional ? notice(text, rated, period) : Optional.empty();
        Matcher renew = RENEW.matcher(sentence);
        int at = renew.find() ? rated.start() + renew.start() : rated.start();
        double confidence = isAutomatic ? 0.85 : 0.6;
        return Optional.of(new Renewal(new Found<>(isAutomatic, at, Math.min(rated.end(), at + Math.max(1, renew.end() - renew.start())), confidence), period, notice));
    }

    private static Optional<Found<Period>> period(String text, int start, int end) {
        for (Found<Period> duration : EnglishDurations.in(text, start, end)) {
            String before = text.substring(Math.max(start, duration.start() - 110), duration.start());
            String after = text.substring(duration.end(), Math.min(end, duration.end() + 60));
            if (PERIOD_BEFORE.matcher(before).find() && PERIOD_AFTER.matcher(after).find()
                    && !NOT_PERIOD_BEFORE.matcher(before).find() && !NOT_PERIOD_AFTER.matcher(after).find()) {
                return Optional.of(duration.rated(0.85));
            }
        }
        return regular(YEARLY, Period.ofYears(1), text, start, end).or(() -> regular(MONTHLY, Period.ofMonths(1), text, start, end));
    }

    private static Optional<Found<Period>> regular(Pattern pattern, Period period, String text, int start, int end) {
        Matcher match = pattern.matcher(text).region(start, end);
        return match.find() ? Optional.of(new Found<>(period, match.start(), match.end(), 0.75)) : Optional.empty();
    }

    /** In the sentence of the renewal, or in the next ones where they speak of notice. */
    private static Optional<Found<Period>> notice(String text, Rated rated, Optional<Found<Period>> period) {
        return noticeIn(text, rated.start(), rated.end(), period)
                .or(() -> noticeIn(text, rated.end(), Math.min(text.length(), rated.end() + FOLLOWING), period).map(found -> found.rated(0.6)));
    }

    private static Optional<Found<Period>> noticeIn(String text, int start, int end, Optional<Found<Period>> period) {
        for (Found<Period> duration : EnglishDurations.in(text, start, end)) {
            if (period.isPresent() && duration.start() < period.get().end() && period.get().start() < duration.end() && period.get().confidence() > 0.6) {
                continue;
            }
            int[] bounds = {Math.max(start, Sentences.start(text, duration.start())), Math.min(end, Sentences.end(text, duration.end()))};
            String sentence = text.substring(bounds[0], Math.max(bounds[0], bounds[1]));
            String before = text.substring(Math.max(start, duration.start() - 60), duration.start());
            String after = text.substring(duration.end(), Math.min(end, duration.end() + 70));
            boolean near = NOTICE_AROUND.matcher(after).find() || NOTICE_AROUND.matcher(before).find();
            if (near && OBJECTION.matcher(sentence).find() && (NOTICE_BEFORE.matcher(before).find() || before.isBlank())
                    && !Pattern.compile("\\b(?:cure|breach|default|bankrupt\\w*)\\b").matcher(after).find()
                    && duration.value().toTotalMonths() <= 24) {
                return Optional.of(duration.rated(0.85));
            }
        }
        return Optional.empty();
    }
}
