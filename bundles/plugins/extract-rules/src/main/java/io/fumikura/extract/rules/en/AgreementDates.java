package io.fumikura.extract.rules.en;

import io.fumikura.extract.rules.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of the agreement and the day from which it has effect, with the places that tell them. */
final class AgreementDates {

    /** Speaks of another agreement: "to the Development Agreement entered into on April 15, 2010". */
    private static final Pattern OTHER_AGREEMENT = Pattern.compile(
            "(?:\\b(?:that certain|original|existing|prior|previous|pursuant to|under the|amend\\w* (?:the|that)|to (?:the|that))\\b[^.]{0,110}|(?i:amended|supplemented)[^.]{0,40}|power of attorney[^.]{0,40}|\\b(?:filed|incorporated|organi[sz]ed|expir\\w+|until|through|ending|before|after|since|act of)\\b[^.,;]{0,30})$");

    /** A date that is left open. */
    private static final Pattern BLANK = Pattern.compile(
            "_{2,}[^.]{0,25}(?:day of|, ?(?:19|20)[\\d_]{0,2})|day of ?_{2,}|\\[[ _●•*]*\\],? ?(?:day|(?:19|20)\\d\\d)|(?:January|February|March|April|May|June|July|August|September|October|November|December) ?(?:_+|\\[[ _●•*]*\\]|-{2,}|\\.{3,})|(?:as of|dated(?: as of)?|on this|made this|this|effective)(?: the)? (?:\\[[ _●•*]+\\]|_{2,}|-{3,}|\\.{4,})|day of (?:\\[[ _●•*]*\\]|,)|\\b(?:this|the) (?:st|nd|rd|th)? ?day of");

    private static final Pattern MADE = Pattern.compile(
            "\\b(?:dated?|made|enter(?:ed)? into|executed|as of|concluded|signed|on this|this|effective|is)\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);

    /** Leaves the date to the signatures. */
    private static final Pattern LAST_SIGNED = Pattern.compile(
            "\\b(?:date (?:last|of (?:the )?(?:last|latest|final)|on which the last)|last (?:date|signature|party)|latest (?:date|of the dates)|date of (?:signature|execution)|upon (?:signature|execution)|date (?:set forth|written|shown|indicated|first written) (?:below|on the signature))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WITNESS = Pattern.compile(
            "\\b(?i:in witness where ?of|in testimony whereof|executed|thus done and signed|signed|caused this agreement|agreed (?:to )?and accepted)\\b[^;]{0,260}?\\b(?:this|as of|on|at|of|dated?)(?: this| the)? ?$");

    private static final Pattern SIGNATURE_DATE = Pattern.compile("\\b(?:DATED?|Dated?)(?: ?of ?(?:signature|execution))?(?: Signed)? ?[:.]? ?_{0,30} ?$");

    private static final Pattern EFFECTIVE_BEFORE = Pattern.compile(
            "(?:\\beffective(?: date)?(?: (?:as of|as from|from|on|is|of|means|shall be|shall mean|starting|beginning))*(?: the)?[:]?|\\beffective date\"?,?(?: (?:of|for|shall|will|means?|is|be|the|this|agreement|as|hereof))*:?|\\b(?:to be|become|becomes|shall be|is) effective(?: as)?(?: of| on| from)?(?: the)?|\\bcommencement date\"? ?(?:means|is|:|shall mean|shall be|for this contract will be|will be)?) ?\"?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEGINS_BEFORE = Pattern.compile(
            "\\b(?:agreement|contract|term|promotion|engagement|period)\\b[^.;]{0,120}\\b(?:commenc\\w+|begin\\w*|start\\w*|take effect)(?: (?:effective|as of|on|from|the|date))* ?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern EFFECTIVE_AFTER = Pattern.compile(
            "^,? ?\\(?(?:hereinafter|herein|the|as the|referred to as|collectively|such date(?: being)?|being)?[ ,]*\\(?(?:the )?[\"'] ?(?:Effective Date|Commencement Date|Start Date|Date of Effect)", Pattern.CASE_INSENSITIVE);

    private static final Pattern AGREED_AFTER = Pattern.compile("^,? ?\\(?(?:the )?[\"'](?:Agreement Date|Execution Date|Signing Date|Closing Date)", Pattern.CASE_INSENSITIVE);

    private final Contract contract;
    private final boolean blank;
    private final List<Found<LocalDate>> agreement = new ArrayList<>();
    private final List<Found<LocalDate>> effective = new ArrayList<>();

    private AgreementDates(Contract contract) {
        this.contract = contract;
        blank = isBlank();
        readOpening();
        readHead();
        readEffective();
        if (!blank) {
            readSignatures();
        }
    }

    static AgreementDates of(Source source) {
        Contract contract = Contract.of(source);
        return source.view(AgreementDates.class, made -> new AgreementDates(contract));
    }

    List<Found<LocalDate>> agreement() {
        return agreement;
    }

    List<Found<LocalDate>> effective() {
        return effective;
    }

    /** The day from which terms are counted: the effective day, else the day of the agreement. */
    Optional<Found<LocalDate>> start() {
        return best(effective).or(() -> best(agreement));
    }

    boolean isEffectiveKnown() {
        return !effective.isEmpty();
    }

    static Optional<Found<LocalDate>> best(List<Found<LocalDate>> dates) {
        return dates.stream().max(Comparator.comparingDouble(Found::confidence));
    }

    private int openingStart() {
        return contract.opening().isFound() ? contract.opening().start() : 0;
    }

    private int openingEnd() {
        return Math.min(contract.opening().end(), openingStart() + 3_000);
    }

    private boolean isBlank() {
        String opening = contract.text().substring(Math.max(0, openingStart() - 300), openingEnd());
        Matcher blankDate = BLANK.matcher(opening);
        while (blankDate.find()) {
            if (!opening.substring(Math.max(0, blankDate.start() - 60), blankDate.end()).matches("(?s).*(?:expir|terminat).*")) {
                return true;
            }
        }
        return false;
    }

    private void readOpening() {
        double confidence = 0.95;
        for (Found<LocalDate> date : contract.dates(openingStart(), openingEnd())) {
            String before = contract.prose().before(date.start(), 140);
            String after = contract.prose().after(date.end(), 60);
            if (OTHER_AGREEMENT.matcher(before).find()) {
                continue;
            }
            boolean made = MADE.matcher(before).find();
            boolean isEffective = EFFECTIVE_BEFORE.matcher(before).find() || EFFECTIVE_AFTER.matcher(after).find();
            double named = AGREED_AFTER.matcher(after).find() ? 0.03 : 0;
            agreement.add(date.rated(date.confidence() * (confidence + named - (made ? 0 : 0.3))));
            if (isEffective) {
                effective.add(date.rated(date.confidence() * 0.95));
            }
            confidence = Math.max(0.3, confidence - 0.1);
        }
    }

    /** Dates above the opening: of a cover or beside the heading. */
    private void readHead() {
        int end = contract.opening().isFound() ? contract.opening().start() : Math.min(1_500, contract.text().length());
        for (Found<LocalDate> date : contract.dates(0, end)) {
            String before = contract.prose().before(date.start(), 140);
            if (blank || OTHER_AGREEMENT.matcher(before).find()) {
                continue;
            }
            boolean dated = before.matches("(?is).*\\b(?:dated(?: as of)?|as of|effective|date:?) ?$");
            agreement.add(date.rated(date.confidence() * (dated ? 0.7 : 0.6) - date.start() / 100_000.0));
        }
    }

    private void readEffective() {
        for (Found<LocalDate> date : contract.dates()) {
            String before = contract.prose().before(date.start(), 200);
            String after = contract.prose().after(date.end(), 60);
            if (OTHER_AGREEMENT.matcher(before).find()) {
                continue;
            }
            double late = Math.min(0.2, date.start() / 500_000.0);
            if (EFFECTIVE_AFTER.matcher(after).find()) {
                effective.add(date.rated(date.confidence() * (0.9 - late)));
            } else if (EFFECTIVE_BEFORE.matcher(before).find()) {
                effective.add(date.rated(date.confidence() * (0.85 - late)));
            } else if (BEGINS_BEFORE.matcher(before).find()) {
                effective.add(date.rated(date.confidence() * (0.8 - late)));
            }
        }
    }

    private void readSignatures() {
        String opening = contract.text().substring(openingStart(), openingEnd());
        boolean asked = LAST_SIGNED.matcher(opening).find();
        Found<LocalDate> latest = null;
        int floor = contract.opening().isFound() ? contract.opening().end() : 0;
        for (Found<LocalDate> date : contract.dates(floor, contract.text().length())) {
            String before = contract.prose().before(date.start(), 320);
            if (WITNESS.matcher(before).find()) {
                agreement.add(date.rated(date.confidence() * 0.6));
            } else if (SIGNATURE_DATE.matcher(before).find() && (latest == null || !date.value().isBefore(latest.value()))) {
                latest = date;
            }
        }
        if (latest != null) {
            agreement.add(latest.rated(latest.confidence() * (asked ? 0.93 : 0.5)));
        }
    }
}
