package io.fumikura.extract.rules.en;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sentences that tell how long a contract lasts. Durations and dates abound in contracts; what they are about decides. */
final class TermClauses {

    private static final String CONTRACT = "(?:this|the|our|said|present)(?: [\\w&-]+){0,4} (?:agreement|contract|lease|license|arrangement|amendment)";

    /** Words with which a sentence about the contract's term begins or that are its subject, and how telling they are. */
    private record Sign(Pattern pattern, double weight) {
        Sign(String regex, double weight) {
            this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), weight);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("\\b(?:initial |original |base |primary |contract |service )?(?:term|duration|period)(?:[\")]{0,2})? of (?:" + CONTRACT + "|agreement)", 3),
            new Sign("[\"'](?:initial |contract |contracted |original )?(?:term|period)[\"'],? (?:of " + CONTRACT + " )?(?:shall |will )?(?:means?|be|begin|commence|is)", 3),
            new Sign("\\b(?:initial|contract) (?:term|period)[\"']? (?:shall |will )?(?:means?|be|begins?|commences?|is|of)", 2.5),
            new Sign("\\b" + CONTRACT + "(?: \\([^)]{1,40}\\))?,?(?: and the [\\w ,]{1,60})?,?(?: subject to [^,]{1,80},| unless [^,]{1,160},| except [^,]{1,80},)? (?:(?:shall|will|is to|is|must|does|hereby|shah) )?(?:be(?:come|comes)? )?(?:(?:in )?(?:full force|effect|effective|valid|binding|perpetual|indefinite|commence|begin|start|continue|remain|expire|terminate|end|take effect|have|has|is for|for a|be for|extend|run|last|enter|come)\\w*)", 2.5),
            new Sign("\\b(?:the|this|such) (?:\\(?initial\\)? )?term (?:shall|will|is|begins|commences|starts|of|continues)\\b", 2),
            new Sign("\\b(?:shall|will|to)? ?(?:remain|continue|be|is|are)s? (?:in (?:full )?(?:force|effect)|effective|valid)\\b", 1),
            new Sign("\\b(?:initial term|initial period|the \"?term\"?)\\b", 1.5),
            new Sign("\\b(?:fixed[- ]term|(?:commenc|beginn|start)ing\\b.{0,40}\\b(?:ending|expiring|terminating|through|until)\\b)", 1.5),
            new Sign("\\bthrough [A-Z][a-z]+ \\d{1,2}[^(]{0,15}\\([^)]{0,10}[\"']Initial Term", 1.5),
            new Sign("[\"'](?:service|license|agreement|engagement|appointment|sponsorship|subscription|support) (?:term|period)[\"'],? (?:shall |will )?means?", 2.3),
            new Sign("\\bterm (?:shall mean|means)\\b", 2.5),
            new Sign("(?:^|[ .])term ?[:-] ", 2.5),
            new Sign("[(][^)]{0,30}[\"'](?:initial |contract |original )?(?:term|period)[\"'][^)]{0,60}[)]", 1.5),
            new Sign("\\b(?:unless|until)\\b[^.]{0,80}\\b(?:terminated|cancelled|extended|renewed)", 0.7),
            new Sign("\\b(?:automatically|thereafter)\\b[^.]{0,60}\\b(?:renew|extend|continue)", 0.7),
            new Sign("^(?:[\\d.() ]*)?(?:[A-Z]\\. )?(?:initial )?(?:term|duration|contract term|license term|term of (?:the )?agreement|term and termination|period|length of agreement)\\b", 1.5),
            new Sign("\\b(?:commenc\\w+|begin\\w*|start\\w*|from|effective)\\b[^.]{0,60}\\b(?:effective date|date hereof|date of (?:this|execution|signing|signature)|commencement date|first (?:above|set forth)|date first)", 1),
            // Sentences about something else.
            new Sign("\\b(?:sublicen[cs]e|addendum|statement of work|purchase order|schedule|work order|exhibit) (?:shall|will|is)\\b", -1.5),
            new Sign("^[^,;]{0,30}\\b(?:this|the) (?:section|article|clause|paragraph|subsection)\\b[^.,]{0,30}\\b(?:shall|will)\\b", -1.5),
            new Sign("^[^,;]{0,60}\\bobligations?\\b", -1),
            new Sign("^[^,;]{0,60}\\bduring the (?:period|term)\\b", -1),
            new Sign("\\b(?:whereas|original agreement|prior agreement|existing agreement)\\b", -2.5));

    private static final Pattern TRIGGER = Pattern.compile(
            "\\b(?:term|period|duration|perpetu\\w+|indefinite\\w*|in effect|in force|full force|expire[sd]?|expiring|continue[sd]?|terminat(?:e|es|ing)|anniversary|commenc\\w+|ending|valid|for (?:an? )?(?:" + EnglishNumbers.WORDS + "|\\d+))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END_BEFORE = Pattern.compile(
            "(?:\\b(?:expir\\w+|terminat(?:e|es|ing|ion)|end(?:s|ing)?|conclud\\w+|until|through|thru|up to|to|and including|ends? on|through to|till|completed by|valid for \\w+)\\b(?:[^.;]{0,12}\\b(?:of|as of|on|at|at midnight|and including|midnight|the close of business|the earlier|the later|the earliest|the latest|later|earlier|to occur)\\b|[, :(]| \\(?(?:a|i|1|x)\\)|\\d\\d?:\\d\\d(?: ?[ap]\\.?m\\.?)?|(?:earlier|later|earliest|latest) of\\b[^;]{0,140}\\b(?:and|or),? \\(?(?:b|ii|2|y)\\)|11:59 p\\.?m\\.?[^.,]{0,25}|the date| the)*)[ (]*$",
            Pattern.CASE_INSENSITIVE);

    /** "for three years", "a term of …", "shall be …": the duration is how long. */
    private static final Pattern TERM_BEFORE = Pattern.compile(
            "(?:\\b(?:for|term|period|duration|of|is|be|continue|effective|last|for at least|remain in effect|effect|until|expires?|ends?|ending|terminate|till|than|has|have|through|lasts?|will|in|commence|runs?)\\b(?: (?:of|a|an|the|for|term|period|initial|minimum|fixed|at least|shall|be|is|last|first|on|in|date|which|that|up to|no less than|up|further|total|full|maximum|approximately|period|remain in effect|until|least|lasting|duration|and|continue|another))*|[\"')]) ?[:;-]?[ \"'(]*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TERM_AFTER = Pattern.compile(
            "^(?: ?\\([^)]{0,60}\\))?,? ?(?:(?:from|after|following|commencing|beginning|starting|thereafter|therefrom|subsequent|unless|until|or|subject|except|as of|and|with|initial|\\(|term|period|each|,|\\.|;|:|which|provided|divided|hereof|to|in duration|ending|expiring|on the|duration|hereafter|at the)\\b|[.,;:(\"]|$)",
            Pattern.CASE_INSENSITIVE);

    /** A duration that is that of a renewal or a notice. */
    private static final Pattern RENEWAL_OR_NOTICE_BEFORE = Pattern.compile(
            "\\b(?:successive|additional|renew\\w*|extended|extends|extension|(?:be|automatically|may|to) extend|further|subsequent|consecutive|notice|(?<!for )at least|not less than|no less than|no later than|not more than|no more than|within|prior|written|upon|another|after the expiration of)\\b[^.;]{0,45}$|\\b(?:every|each|up to|last|exceed\\w*) ?\\(?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTICE_AFTER = Pattern.compile("^'?(?: ?\\))?[^.;,]{0,25}\\b(?:notice|prior to|before|written|in advance|advance|after (?:termination|expiration|receipt|notice|delivery|the date of (?:termination|expiration)|the (?:termination|expiration)))", Pattern.CASE_INSENSITIVE);

    private static final Pattern ANNIVERSARY = Pattern.compile(
            "\\b(?<number>" + EnglishNumbers.ORDINALS + "|\\d{1,2} ?(?:st|nd|rd|th|t h|s t|n d|r d)|(?<years>" + EnglishNumbers.WORDS + "|\\d{1,2})(?: ?\\(\\d{1,2}\\))?[- ]years?)(?: ?\\(\\d{1,2} ?(?:st|nd|rd|th|t h)?\\))?(?:[- ]year)? anniversary\\b",
            Pattern.CASE_INSENSITIVE);

    /** Lasts for ever, or until somebody or something ends it on a day not known. */
    private static final Pattern INDEFINITE = Pattern.compile(
            "\\b(?:perpetual(?:ly)?|in perpetuity|for perpetuity|indefinite(?:ly)?|(?:no|without) (?:fixed )?(?:expiration|expiry|term)(?: date)?"
                    + "|(?:continue[sd]?|remains?|endures?)\\b(?: thereafter)?(?: (?:in|to be in) (?:full )?(?:force|effect)(?: and effect)?)?[^.;]{0,40}? (?:until|unless and until|until and unless|unless|until such time as)\\b(?! sooner| earlier)[^.;]{0,60}?\\b(?:terminat|cancel|notice|notif|inform|revok|withdraw)\\w*"
                    + "|(?:agreement|contract|it)(?: \\([^)]{1,40}\\))? (?:shall|will|may)(?: also| automatically| only)? (?:terminate|end|expire|be terminated)(?: as to [^.;]{1,160}?)?,? (?:upon|at the option|on the (?:earlier|earliest)|at any time|when|by either|by any|\\((?:a|i|1)\\) )"
                    + "|(?:continues?|extends?|remains?|effective|effect)\\b[^.;]{0,40}? (?:until|through)\\b(?! terminat)[^.;]{0,90}?\\b(?:expir|complet|ceas|terminat|last to)\\w*"
                    + "|shall end on the \\w+ day following a written notice)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPLICIT = Pattern.compile("perpetu|indefinit", Pattern.CASE_INSENSITIVE);

    /** "continue for the Service Period": it has an end, told elsewhere. */
    private static final Pattern FIXED = Pattern.compile(
            "\\bfor (?:the|a|an|such)\\b[^.;]{0,30}\\b(?:term|period)\\b", Pattern.CASE_INSENSITIVE);

    /** What a duration or date close by is about, if not the contract's term. */
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "\\b(?:confidential\\w*|surviv\\w+|non-?compet\\w+|warrant(?:y|ies)|records?|audit\\w*|insurance|royalt\\w+|cure|breach|default|payments?|pay|lock-?up|escrow|force majeure|non-?solicit\\w+|solicit|employ\\w*|patents?|trial|inventory|deliver\\w*|forecasts?|arbitrat\\w+|retain\\w*|damages|invoices?|option to|statement|refund|fee|fees|minimum)\\b[^.;]{0,70}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER_END = Pattern.compile(
            "\\b(?:after|following|upon|from)(?: the)?(?: date of)?(?: (?:expiration|termination|expiry))\\b", Pattern.CASE_INSENSITIVE);

    /** A term or end left open or blacked out. */
    private static final Pattern OPEN = Pattern.compile(
            "(?:\\[ ?[*_●•X ]+ ?\\]|\\*{2,}|_{3,}|X{4,}| \\*)(?: ?\\([^)]{0,12}\\))?[- ]*(?:successive |consecutive |full |calendar )?(?:years?|months?)\\b"
                    + "|\\b(?:until|on|through|ending|expires?|term of|period of)(?: \\w+){0,4} (?:\\[ ?[*_●•X ]+ ?\\]|\\*{3,}|_{3,})");

    /** The heading of the clause on the term. */
    private static final Pattern HEADED = Pattern.compile(
            "\\b(?:(?:TERM|Term|DURATION|Duration)(?: (?:AND|and|&) (?:TERMINATION|Termination|RENEWAL|Renewal))?(?: (?:OF|of) (?:THIS |this |the )?(?:AGREEMENT|Agreement|CONTRACT))?)\\b[ .:\\d()a-z-]*$");

    private static final double LEAST = 2.3;

    private TermClauses() {}

    /** The clause that most surely speaks of the contract's term; empty when there is none or when it is left open. */
    static Optional<TermClause> best(Contract contract) {
        return all(contract).stream().max(Comparator.comparingDouble(TermClause::score)).filter(clause -> !clause.isEmpty());
    }

    static List<TermClause> all(Contract contract) {
        String text = contract.text();
        var found = new ArrayList<TermClause>();
        Matcher trigger = TRIGGER.matcher(text);
        int past = 0;
        while (trigger.find()) {
            if (trigger.start() < past) {
                continue;
            }
            int start = contract.prose().sentences().start(trigger.start());
            int end = contract.prose().sentences().end(trigger.start());
            past = Math.max(end, trigger.end());
            if (end - start > 20) {
                read(contract, start, end).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<TermClause> read(Contract contract, int start, int end) {
        String sentence = contract.text().substring(start, end).strip();
        double score = HEADED.matcher(contract.prose().before(start, 60)).find() ? 1.2 : 0;
        for (Sign sign : SIGNS) {
            score += sign.pattern().matcher(sentence).find() ? sign.weight() : 0;
        }
        if (score < LEAST) {
            return Optional.empty();
        }
        Optional<Found<LocalDate>> date = endDate(contract, start, end);
        Optional<Found<Period>> term = date.isPresent() ? Optional.empty() : term(contract.text(), start, end);
        Optional<Found<Boolean>> indefinite =
                date.isPresent() || term.isPresent() ? Optional.empty() : indefinite(contract.text(), start, end);
        boolean open = date.isEmpty() && term.isEmpty() && OPEN.matcher(sentence).find();
        if (date.isEmpty() && term.isEmpty() && indefinite.isEmpty() && !open) {
            return Optional.empty();
        }
        double rating = score
                + date.map(found -> 1.2 - doubt(contract.text(), start, found)).orElse(0.0)
                + term.map(found -> 0.8 - doubt(contract.text(), start, found)).orElse(0.0)
                - indefinite.map(found -> (EXPLICIT.matcher(contract.text().substring(found.start(), found.end())).find() ? -0.7 : 0.1) + doubt(contract.text(), start, found)).orElse(0.0)
                - Math.min(0.5, start / 1_000_000.0);
        return rating < LEAST
                ? Optional.empty()
                : Optional.of(new TermClause(rating, date, term, open ? Optional.empty() : indefinite, startDate(contract, start, end)));
    }

    private static double doubt(String text, int start, Found<?> value) {
        String before = text.substring(Math.max(start, value.start() - 130), value.start());
        String after = text.substring(value.end(), Math.min(text.length(), value.end() + 40));
        double doubt = OTHER_MATTER.matcher(before).find() ? 1.8 : 0;
        boolean later = AFTER_END.matcher(after).find() || AFTER_END.matcher(before).find();
        return doubt + (later ? 2 : 0);
    }

    private static Optional<Found<LocalDate>> endDate(Contract contract, int start, int end) {
        return contract.dates(start, end).stream()
                .filter(date -> END_BEFORE.matcher(contract.text().substring(Math.max(start, date.start() - 200), date.start())).find())
                .findFirst();
    }

    private static Optional<Found<LocalDate>> startDate(Contract contract, int start, int end) {
        return contract.dates(start, end).stream()
                .filter(date -> contract.prose().before(date.start(), 40).matches("(?is).*\\b(?:commenc\\w+|begin\\w*|start\\w*|from|effective)(?: (?:on|as of|at|effective|the|date|of))* ?[:(]? ?"))
                .findFirst();
    }

    private static Optional<Found<Period>> term(String text, int start, int end) {
        Matcher anniversary = ANNIVERSARY.matcher(text).region(start, end);
        Optional<Found<Period>> byAnniversary = Optional.empty();
        if (anniversary.find()) {
            String number = anniversary.group("years") != null ? anniversary.group("years") : anniversary.group("number").replaceAll("(?<=\\d) ?\\p{L}.*$", "");
            var years = EnglishNumbers.parse(number);
            if (years.isPresent()) {
                byAnniversary = Optional.of(new Found<>(Period.ofYears(years.getAsInt()), anniversary.start(), anniversary.end(), 0.95));
            }
        }
        for (Found<Period> duration : EnglishDurations.in(text, start, end)) {
            if (byAnniversary.isPresent() && duration.start() >= byAnniversary.get().start()) {
                break;
            }
            String before = text.substring(Math.max(start, duration.start() - 70), duration.start());
            String after = text.substring(duration.end(), Math.min(end, duration.end() + 60));
            boolean whole = duration.value().toTotalMonths() > 0 || duration.value().getDays() >= 30;
            if (whole && TERM_BEFORE.matcher(before).find() && TERM_AFTER.matcher(after).find()
                    && !RENEWAL_OR_NOTICE_BEFORE.matcher(before).find() && !NOTICE_AFTER.matcher(after).find()) {
                return Optional.of(duration);
            }
        }
        return byAnniversary;
    }

    private static Optional<Found<Boolean>> indefinite(String text, int start, int end) {
        Matcher match = INDEFINITE.matcher(text).region(start, end);
        Matcher fixed = FIXED.matcher(text).region(start, end);
        return match.find() && (EXPLICIT.matcher(match.group()).find() || !fixed.find()) ? Optional.of(new Found<>(true, match.start(), match.end(), 0.8)) : Optional.empty();
    }
}
