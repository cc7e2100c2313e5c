package io.fumikura.extract.rules.en;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a contract tells about its renewal. */
final class Renewals {

    private static final Pattern RENEW = Pattern.compile(
            "\\b(?:re-?new(?:s|ed|al|als|able|ing)?|exten(?:d|ds|ded|dable|ding|sion|sions)|prolong\\w*|year[- ]to[- ]year|month[- ]to[- ]month|successive (?:\\([^)]*\\) ?)?[\\w() -]{0,30}(?:terms?|periods?)|additional (?:term|period)s?|successor franchise|(?:additional|further(?! to)|successive|consecutive) [\\w() -]{0,30}(?:terms?|periods?)|continue (?:automatically )?(?:thereafter|from|for successive)|automatically continue|thereafter until|after that until|effect thereafter)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "Successive" and "additional" alone tell nothing of a renewal. */
    private static final Pattern RENEWS = Pattern.compile(
            "\\b(?:re-?new|exten[ds]|prolong|year[- ]to|month[- ]to|automatic|successor franchise|continue|thereafter until|after that until)", Pattern.CASE_INSENSITIVE);

    private static final Pattern AUTOMATIC = Pattern.compile(
            "\\b(?:automatic(?:ally)?|tacit(?:ly)?|(?:shall|will)(?: thereafter)? (?:be )?(?:renewed?|extend(?:ed)?)\\b[^.;]{0,200}\\bunless|unless\\b[^.;]{0,200}\\b(?:shall|will)(?: thereafter)? (?:be )?(?:renewed?|extend(?:ed)?)|year[- ]to[- ]year|deemed (?:to be )?(?:renewed|extended)|(?:extend|renew)\\w*\\b[^.;]{0,120}\\bunless\\b[^.;]{0,60}\\b(?:notice|notif\\w+|objects?)|self-renew\\w*|evergreen)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTIONAL = Pattern.compile(
            "\\b(?:option|right) to (?:renew|extend)|\\bmay(?:,[^,]{0,40},)? (?:be |by |elect )?(?:renew|extend)|\\bat (?:its|his|their|your|the)(?: sole)? option|\\b(?:not|no) (?:be )?automatic|by (?:mutual )?(?:written )?(?:agreement|consent)\\b|mutually agree", Pattern.CASE_INSENSITIVE);

    /** That the parties may agree on another term goes without saying. */
    private static final Pattern AGREED = Pattern.compile(
            "\\b(?:(?:by|upon|on|with|through|pursuant to|subject to)(?: the)?(?: \\w+){0,2}? (?:mutual(?:ly)?(?: [\\w-]+)? (?:agree|consent)\\w*|(?:agreement|consent) (?:of|between|by) (?:both|the|all) parties)|agreed (?:to )?by (?:both|the) parties|parties (?:may )?mutually agree|if (?:both|the) parties (?:so )?agree)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Goes on after its first term until somebody gives notice. */
    private static final Pattern EVERGREEN = Pattern.compile(
            "^(?=.*\\b(?:thereafter|after that|automatically)\\b)(?=.*\\b(?:this|the)(?: [\\w-]+){0,2} (?:agreement|contract|term)\\b).*?\\b(?:continue|remain|effect|indefinitely)\\w*\\b[^.;]{0,80}\\buntil\\b[^.;]{0,60}\\b(?:terminat\\w+|either party|any party)",
            Pattern.CASE_INSENSITIVE);

    /** The contract or its term is what is renewed. */
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?:agreement|contract|term|lease|license|franchise|arrangement)s?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNFIT = Pattern.compile(
            "\\b(?:compete|competitive|covenants?|patents?|trademark registration|domain name|warrant(?:y|ies)|time (?:for|to|of) (?:performance|delivery|cure)|deadline|due date|credit|insurance|policy|policies|loan|maturity|force majeure|payment terms|option period|cure period|registrations?|copyrights?|permits?|offering|lines? of credit|excus\\w+|delay\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEARLY = Pattern.compile(
            "\\b(?:year[- ]to[- ]year|every year|annual(?:ly)?(?: (?:terms?|periods?|basis|renewals?))?|yearly|successive years|each succeeding year|on each anniversary)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern RENEW_WORD = Pattern.compile(
            "\\b(?:renew|exten[ds]|prolong|successive|additional|thereafter|automatically|to[- ](?:year|month))", Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTHLY = Pattern.compile(
            "\\b(?:month[- ]to[- ]month|monthly (?:terms?|periods?|basis)|each month)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIKE_FIRST = Pattern.compile(
            "\\b(?:like|same|equal|similar|identical) (?:terms?|periods?|duration|length)|\\bequal (?:in length |in duration )?to the initial term|\\bunder (?:these|the) same terms", Pattern.CASE_INSENSITIVE);

    /** A duration is that of a renewal: what stands before it, what after. */
    private static final Pattern PERIOD_BEFORE = Pattern.compile(
            "\\b(?:renew\\w*|exten(?:d|s)\\w*|successive|additional|further|subsequent|consecutive|another|prolong\\w*|successor|automatically continue\\w*|continue automatically)\\b[^.;]{0,150}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERIOD_AFTER = Pattern.compile(
            "^(?:'s?)?[- ]?(?:each|terms?|periods?|renewals?|extensions?|increments?|basis|intervals|duration|in duration|\\(|thereafter|unless|,|\\.|;|on |upon|under|subject|provided|from|at the|beyond|after|following|with|until|by|if|commencing|or|and|to|Renewal|as|without|immediately|at|automatic|beyond|pursuant|of service|of)|^$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_PERIOD_BEFORE = Pattern.compile(
            "\\b(?:notice|at least|not less than|no less than|less than|no later than|not later than|within|prior|unless|minimum of|upon|notif\\w+|more than|after the first|total of|later than)\\b[^;]{0,40}$|\\b(?:initial|original) (?:term|period)(?: of| is|,| shall be)?(?: for)?(?: a)?(?: period of)? ?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_PERIOD_AFTER = Pattern.compile(
            "^'?s?'?(?! (?:by|upon|on|each))(?: [\\w-]+){0,3}? ?\\b(?:notice|prior to|before|in advance|written|preceding)\\b|^,? (?:following|after)(?: the)? (?:date of )?(?:expiration|termination|earlier|any)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OBJECTION = Pattern.compile(
            "\\b(?:notice|notif\\w+|informs?|advis\\w+|non-?renew\\w*|intent\\w*|terminat\\w+|desire|elect\\w*|cancel\\w*|give[sn]?|deliver\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_RENEWAL = Pattern.compile(
            "\\b(?:non-?renew\\w*|not to (?:renew|extend)|terminat\\w+|(?:intention|desire|elect\\w*|wish\\w*) (?:not )?to|cancel\\w*|not like to extend|such (?:written )?notice)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_END = Pattern.compile(
            "\\b(?:(?:expiration|end|expiry) of (?:its|the|any) (?:initial )?term or any (?:renewal|subsequent)|non-?renewal|not to renew)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTICE_AROUND = Pattern.compile(
            "\\b(?:prior|before|notice|in advance|advance|preceding|notify|of the (?:conclusion|end)|from the (?:end|expir)\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LASTING_BEFORE = Pattern.compile(
            "\\b(?:for|period of|periods of|term of|terms of|successive|additional|initial|every|each)\\b[^.;,]{0,15}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern CURE = Pattern.compile("\\b(?:cured?|remed\\w+|breach\\w*|default|invoices?|payments?)\\b[^.;]{0,100}$", Pattern.CASE_INSENSITIVE);

    private static final int FOLLOWING = 450;

    private static final int NEAR = 160;

    private Renewals() {}

    private record Rated(double score, int start, int end) {}

    static Optional<Renewal> best(Contract contract, Optional<Found<Period>> term) {
        return sentences(contract).stream()
                .sorted(Comparator.comparingDouble(Rated::score).reversed())
                .filter(rated -> rated.score() > 1.5 && RENEWS.matcher(contract.text()).region(rated.start(), rated.end()).find())
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
            int start = contract.prose().sentences().start(renew.start());
            int end = contract.prose().sentences().end(renew.start());
            past = Math.max(end, renew.end());
            found.add(new Rated(score(text.substring(start, end)), start, end));
        }
        return found;
    }

    private static double score(String sentence) {
        double score = SUBJECT.matcher(sentence).find() ? 1 : -1;
        score += AUTOMATIC.matcher(sentence).find() ? 2 : 0;
        score += Pattern.compile("\\b(?:this|the)(?: \\w+){0,3} (?:agreement|contract|term|license|initial term)\\b[^.;]{0,120}\\b(?:renew|extend|continu|prolong)", Pattern.CASE_INSENSITIVE).matcher(sentence).find() ? 1.5 : 0;
        score += EVERGREEN.matcher(sentence).find() ? 1 : 0;
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
        Matcher automatic = AUTOMATIC.matcher(sentence);
        boolean chosen = OPTIONAL.matcher(sentence).find() && !sentence.toLowerCase(Locale.ROOT).contains("automatic");
        boolean isAutomatic = (automatic.find() || EVERGREEN.matcher(sentence).find() || MONTHLY.matcher(sentence).find())
                && !chosen
                && !sentence.matches("(?is).*\\bnot (?:be )?automatic.*");
        Optional<Found<Period>> period = period(text, rated.start(), rated.end())
                .or(() -> isAutomatic && !EVERGREEN.matcher(sentence).find() || LIKE_FIRST.matcher(sentence).find() ? term.map(first -> new Found<>(first.value(), rated.start(), rated.end(), 0.6)) : Optional.empty());
        if (!isAutomatic && (period.isEmpty() || AGREED.matcher(sentence).find())) {
            return Optional.empty();
        }
        Optional<Found<Period>> notice = isAutomatic ? notice(contract, rated, period) : Optional.empty();
        Matcher renew = RENEW.matcher(sentence);
        int at = renew.find() ? rated.start() + renew.start() : rated.start();
        double confidence = isAutomatic ? 0.85 : 0.6;
        return Optional.of(new Renewal(new Found<>(isAutomatic, at, Math.min(rated.end(), at + Math.max(1, renew.end() - renew.start())), confidence), period, notice));
    }

    private static Optional<Found<Period>> period(String text, int start, int end) {
        for (Found<Period> duration : EnglishDurations.in(text, start, end)) {
            String before = text.substring(Math.max(start, duration.start() - 180), duration.start());
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
        return match.find() && RENEW_WORD.matcher(text).region(Math.max(start, match.start() - 150), Math.min(end, match.end() + 80)).find() ? Optional.of(new Found<>(period, match.start(), match.end(), 0.75)) : Optional.empty();
    }

    /** In the sentence of the renewal, or in the next ones where they speak of notice. */
    private static Optional<Found<Period>> notice(Contract contract, Rated rated, Optional<Found<Period>> period) {
        int after = Math.min(contract.text().length(), rated.end() + FOLLOWING);
        return noticeIn(contract, rated.start(), rated.end(), period, OBJECTION)
                .or(() -> noticeIn(contract, rated.end(), after, period, NO_RENEWAL).map(found -> found.rated(0.6)))
                .or(() -> elsewhere(contract, period));
    }

    /** A sentence elsewhere on terminating at the end of a term. */
    private static Optional<Found<Period>> elsewhere(Contract contract, Optional<Found<Period>> period) {
        Matcher place = AT_END.matcher(contract.text());
        while (place.find()) {
            int start = Math.max(contract.prose().sentences().start(place.start()), place.start() - NEAR);
            int end = Math.min(contract.prose().sentences().end(place.start()), place.end() + NEAR);
            var found = noticeIn(contract, start, end, period, NO_RENEWAL);
            if (found.isPresent()) {
                return found.map(notice -> notice.rated(0.55));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<Period>> noticeIn(Contract contract, int start, int end, Optional<Found<Period>> period, Pattern objection) {
        String text = contract.text();
        Sentences sentences = contract.prose().sentences();
        for (Found<Period> duration : EnglishDurations.in(text, start, end)) {
            if (period.isPresent() && duration.start() < period.get().end() && period.get().start() < duration.end() && period.get().confidence() > 0.6) {
                continue;
            }
            String sentence = text.substring(
                    Math.max(start, sentences.start(duration.start())), Math.min(end, sentences.end(duration.end() - 1)));
            String before = text.substring(Math.max(start, duration.start() - 60), duration.start());
            String after = text.substring(duration.end(), Math.min(end, duration.end() + 70));
            boolean cure = CURE.matcher(text.substring(Math.max(start, duration.start() - 120), duration.start())).find();
            boolean near = NOTICE_AROUND.matcher(after).find() || NOTICE_AROUND.matcher(before).find();
            if (near && !cure && objection.matcher(sentence).find() && !LASTING_BEFORE.matcher(before).find()
                    && !Pattern.compile("\\b(?:cure|breach|default|bankrupt\\w*)\\b").matcher(after).find()
                    && duration.value().toTotalMonths() <= 24) {
                return Optional.of(duration.rated(0.85));
            }
        }
        return Optional.empty();
    }
}
