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

    private static final String MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    /** A date that is left open. */
    private static final Pattern BLANK = Pattern.compile(
            "(?<!_)_{2,}+[^.]{0,25}(?:day of|, ?(?:19|20)[\\d_]{0,2})|day of ?_{2,}|\\[[ _●•*]*\\],? ?(?:day|(?:19|20)\\d\\d)|(?<!\\d)(?<!(?i:January|February|March|April|May|June|July|August|September|October|November|December)) , (?:19|20)\\d\\d\\b|day of " + MONTHS + "(?![, ]*(?:in the year |A\\.?D\\.? ?)?(?:19|20|-|two thousand|twenty))|" + MONTHS + " ?(?:_+|\\[[ _●•*]*\\]|-{2,}|\\.{3,})|(?:as of|dated(?: as of)?|on this|made this|this|effective)(?: the)? (?:\\[[ _●•*]+\\]|_{2,}|-{3,}|\\.{4,})|day of (?:\\[[ _●•*]*\\]|,)|\\b(?:this|the) (?:st|nd|rd|th)? ?day of");

    /** The date is that of the agreement beyond doubt: "dated as of", "made and entered into on this". */
    private static final Pattern DIRECTLY_MADE = Pattern.compile(
            "\\b(?:dated?|made|entered into|executed|effective|as of|as from|concluded|signed|agreement date|enters? into)\\b[\"']?(?:[ ,:(]+(?:and|as of|as from|effective|this|the|on|is|in|at|entered|into|made|executed|dated?|for reference|of|by|upon|[\\p{Lu}]\\p{L}+))*[ ,:(]*$",
            Pattern.CASE_INSENSITIVE);

    /** The date is one of effect only. */
    private static final Pattern ONLY_EFFECTIVE = Pattern.compile(
            "(?:\\b(?:will|shall) (?:be|become) effective|\\beffective date\\b|\\bcommencement date\\b|, effective)[^.;]{0,20}$"
                    + "|\\beffective dates\\b[^.;]{0,60}$"
                    + "|\\b(?:(?:tak|com)(?:es?|ing)|came|took)(?: in)?(?:to)? (?:force and )?effect(?: (?:as of|as from|as|on|from|upon|this|the))* ?$"
                    // "is effective as of", but not "is made effective as of", "entered into and effective as of"
                    + "|(?<!\\b(?:made|entered|into|executed|dated?|signed|concluded)(?: and| as)?,? )\\beffective(?: (?:as of|as from|as|on|from|this|of|the))* ?$",
            Pattern.CASE_INSENSITIVE);

    /** "This Agreement, effective as of …, is between": with no other date, and where it is not named the effective one, it is that of the agreement as well. */
    private static final Pattern AS_EFFECTIVE = Pattern.compile(", effective(?: as of| as from| on)?(?: the)? ?$", Pattern.CASE_INSENSITIVE);

    /** The day of effect is named, and left open. */
    private static final Pattern OPEN_START = Pattern.compile(
            "\\b(?:effective|commencement|start) date[\"']?\\)?(?::|,? (?:(?:shall|will) (?:be|mean)|is|means))(?: (?:on|or|about|as|of|the|from))* ?(?:_{3,}|\\[[ _●•*]*\\]|\\*{3,})",
            Pattern.CASE_INSENSITIVE);

    /** The date is part of a sentence, not standing by itself as on covers and letters. */
    private static final Pattern IN_PROSE = Pattern.compile("(?<!\\b(?i:agreement|contract) )\\b\\p{Ll}{2,},? ?$");

    private static final Pattern DIGITS = Pattern.compile("[\\d./-]+");

    private static final Pattern MADE = Pattern.compile(
            "\\b(?:dated?|made|enter(?:ed)? into|executed|as of|concluded|signed|on this|this|effective|is)\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);

    /** Leaves the date to the signatures. */
    private static final Pattern LAST_SIGNED = Pattern.compile(
            "\\b(?:(?:later|latest|last) of (?:the )?(?:two )?(?:signature )?dates|last party (?:here)?to|date (?:last|of (?:the )?(?:last|latest|final)|on which the last)|last (?:date|signature|party)|latest (?:date|of the dates)|date of (?:signature|execution)|upon (?:signature|execution)|date (?:set forth|written|shown|indicated|first written) (?:below|on the signature))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_EFFECTIVE = Pattern.compile(
            "[\"']effective date[\"'][^.;]{0,60}\\b(?:mean|is|be)\\w*[^.;]{0,60}\\b(?:last (?:party|signature|of the parties|to sign)|date (?:of (?:the )?(?:last|latest) signature|last signed))", Pattern.CASE_INSENSITIVE);

    private static final Pattern WITNESS = Pattern.compile(
            "\\b(?i:in witness where ?of|in testimony whereof|executed|thus done and signed|signed|caused this agreement|agreed (?:to )?and accepted)\\b[^;]{0,260}?\\b(?:this|as of|on|at|(?:date|day) of|dated?)(?: this| the)? ?$");

    /** Signatures are near: a date among them is that of signing. */
    private static final Pattern SIGNED = Pattern.compile("(?:/s/|\\\\s\\\\|\\(signature\\)|\\(seal\\)|(?i:in witness whereof|authori[sz]ed))[^.;]{0,120}.{0,120}$");

    private static final int SIGNATURE_PART = 2_500;

    private static final Pattern SIGNATURE_DATE = Pattern.compile("(?<!(?i:effective|commencement|expiration|termination|start|end|due) )\\b(?:DATED?|Dated?)(?: ?of ?(?:signature|execution))?(?: Signed)? ?[:.]? ?_{0,30} ?$");

    private static final Pattern EFFECTIVE_BEFORE = Pattern.compile(
            "(?:\\b(?:takes?|taking|took|comes?|coming|came)(?: in)?(?:to)? (?:force and )?effect(?: (?:as of|as from|as|on|from|upon|the))*|\\beffective(?: date)?(?: (?:as of|as from|from|on|is|of|means|shall be|shall mean|starting|beginning))*(?: the)?[:]?|\\beffective date\"?,?(?: (?:of|for|shall|will|means?|is|be|the|this|agreement|as|hereof))*:?|\\b(?:to be|become|becomes|shall be|is) effective(?: as)?(?: of| on| from)?(?: the)?|\\bcommencement date\"? ?(?:means|is|:|shall mean|shall be|for this contract will be|will be)?:?) ?\"?$",
            Pattern.CASE_INSENSITIVE);

    /** It is this contract that is effective, or a defined date. */
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:this|the)(?: [\\w-]+){0,3} (?:agreement|contract|amendment|term)\\b[^.;]{0,120}$|[\"'] ?(?:effective|commencement) date|\\b(?:EFFECTIVE|Effective|COMMENCEMENT|Commencement) (?:DATE|Date)|\\bit (?:shall|will|is|takes|comes)\\b[^.;]{0,30}$|to be effective",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEGINS_BEFORE = Pattern.compile(
            "\\b(?:agreement|contract|term|promotion|engagement|(?<!\\bduring (?:the|a|any|such) )period|appointment|services|venture)\\b[^.;]{0,120}\\b(?:commenc\\w+|begin\\w*|start\\w*|take effect)(?: (?:effective|as of|on|from|the|date))* ?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern TERM_BEGINS = Pattern.compile(
            "\\b(?:this(?: [\\w-]+){0,2} (?:agreement|contract|promotion)|the (?:agreement|appointment|promotion|joint venture)|(?:this|the) (?:initial )?term (?:of|shall|will|begins|commences|\\())\\b[^.;]{0,130}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern EFFECTIVE_AFTER = Pattern.compile(
            "^,? ?\\(?(?:hereinafter|herein|the|as the|referred to as|collectively|such date(?: being)?|being)?[ ,]*\\(?(?:the )?[\"'] ?(?:\\w+ )?(?:Effective ?Date|Commencement Date|Start Date|Date of Effect)", Pattern.CASE_INSENSITIVE);

    private static final Pattern AGREED_AFTER = Pattern.compile("^,? ?\\(?(?:the )?[\"'](?:Agreement Date|Execution Date|Signing Date|Closing Date)", Pattern.CASE_INSENSITIVE);

    /** How sure it is that a contract has effect from the day of the agreement when it does not tell. */
    private static final double SAME_DAY = 0.8;

    private final Contract contract;
    private final boolean blank;
    private final boolean startOpen;
    private final List<Found<LocalDate>> agreement = new ArrayList<>();
    private final List<Found<LocalDate>> effective = new ArrayList<>();

    private AgreementDates(Contract contract) {
        this.contract = contract;
        blank = isBlank();
        startOpen = OPEN_START.matcher(contract.text()).find();
        readOpening();
        readHead();
        readEffective();
        if (!blank) {
            readSignatures();
        }
        agreement.removeIf(date -> date.confidence() <= 0);
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

    /** Whether the contract names a day of effect and leaves it open: then that is not the day of the agreement. */
    boolean isStartOpen() {
        return startOpen && effective.isEmpty();
    }

    /** The day of the agreement as that of effect, where the contract does not tell the latter. */
    Optional<Found<LocalDate>> sameDay() {
        return isStartOpen() ? Optional.empty() : best(agreement).map(date -> date.rated(date.confidence() * SAME_DAY));
    }

    /** The day from which terms are counted: the effective day, else the day of the agreement. */
    Optional<Found<LocalDate>> start() {
        var candidates = new ArrayList<>(effective);
        sameDay().ifPresent(candidates::add);
        return best(candidates);
    }

    static Optional<Found<LocalDate>> best(List<Found<LocalDate>> dates) {
        return dates.stream().max(Comparator.comparingDouble(Found::confidence));
    }

    private int openingStart() {
        return contract.opening().isFound() ? contract.opening().start() : 0;
    }

    /** Dates of the agreement stand in its first sentence; what follows a page later are dates of other things. */
    private int openingEnd() {
        return contract.opening().isFound() ? Math.min(contract.opening().end(), contract.opening().parties() + 1_500) : openingStart();
    }

    /** Up to where a cover or a letter's head reaches. */
    private int headEnd() {
        return contract.opening().isFound() ? contract.opening().start() : Math.min(Math.min(contract.opening().end(), 1_500), contract.text().length());
    }

    private boolean isBlank() {
        String opening = contract.text().substring(Math.max(0, openingStart() - 300), Math.max(openingEnd(), headEnd()));
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
            boolean onlyEffective = ONLY_EFFECTIVE.matcher(before).find();
            boolean made = DIRECTLY_MADE.matcher(before).find();
            if (OtherDates.isOther(contract, date) || blank && (!made || onlyEffective)) {
                continue;
            }
            if (EFFECTIVE_BEFORE.matcher(before).find() || EFFECTIVE_AFTER.matcher(after).find()) {
                effective.add(date.rated(date.confidence() * 0.95));
            }
            if (onlyEffective) {
                if (AS_EFFECTIVE.matcher(before).find() && !EFFECTIVE_AFTER.matcher(after).find() && agreement.isEmpty()) {
                    agreement.add(date.rated(date.confidence() * 0.8));
                }
            } else if (made || !isDigits(date)) {
                double named = AGREED_AFTER.matcher(after).find() ? 0.03 : 0;
                double doubt = made ? 0 : MADE.matcher(before).find() ? 0.15 : 0.4;
                agreement.add(date.rated(date.confidence() * (confidence + named - doubt)));
                confidence = Math.max(0.5, confidence - 0.1);
            }
        }
    }

    /** Dates above the opening: of a cover or beside the heading. */
    private void readHead() {
        for (Found<LocalDate> date : contract.dates(0, headEnd())) {
            String before = contract.prose().before(date.start(), 140);
            boolean dated = DIRECTLY_MADE.matcher(before).find();
            boolean alone = !isDigits(date) && !IN_PROSE.matcher(before).find();
            if (!blank && (dated || alone) && !OtherDates.isOther(contract, date) && !ONLY_EFFECTIVE.matcher(before).find()) {
                agreement.add(date.rated(date.confidence() * (dated ? 0.7 : 0.55) - Math.min(0.1, date.start() / 100_000.0)));
            }
        }
    }

    private boolean isDigits(Found<LocalDate> date) {
        return DIGITS.matcher(contract.text().substring(date.start(), date.end())).matches();
    }

    private void readEffective() {
        for (Found<LocalDate> date : contract.dates()) {
            String before = contract.prose().before(date.start(), 200);
            String after = contract.prose().after(date.end(), 60);
            if (OtherDates.isOther(contract, date)) {
                continue;
            }
            double late = Math.min(0.2, date.start() / 500_000.0);
            if (EFFECTIVE_AFTER.matcher(after).find()) {
                effective.add(date.rated(date.confidence() * (0.9 - late)));
            } else if (EFFECTIVE_BEFORE.matcher(before).find()) {
                if (OWN.matcher(before).find()) {
                    effective.add(date.rated(date.confidence() * (0.86 - late)));
                }
            } else if (BEGINS_BEFORE.matcher(before).find()) {
                effective.add(date.rated(date.confidence() * ((TERM_BEGINS.matcher(before).find() ? 0.82 : 0.6) - late)));
            }
        }
    }

    private void readSignatures() {
        String opening = contract.text().substring(openingStart(), Math.max(openingEnd(), headEnd()));
        boolean asked = LAST_SIGNED.matcher(opening).find() || LAST_EFFECTIVE.matcher(contract.text()).find();
        Found<LocalDate> latest = null;
        Found<LocalDate> last = null;
        int floor = contract.opening().isFound() ? contract.opening().end() : 0;
        for (Found<LocalDate> date : contract.dates(floor, contract.text().length())) {
            String before = contract.prose().before(date.start(), 320);
            if (OtherDates.isStamp(contract, date)) {
                continue;
            }
            if (WITNESS.matcher(before).find()) {
                agreement.add(date.rated(date.confidence() * 0.62));
            } else if (SIGNATURE_DATE.matcher(before).find() && (latest == null || !date.value().isBefore(latest.value()))) {
                latest = date;
            } else if (SIGNED.matcher(before).find() && date.start() > contract.text().length() - SIGNATURE_PART) {
                last = last == null ? date : last;
            }
        }
        if (latest != null) {
            agreement.add(latest.rated(latest.confidence() * (asked ? 0.93 : 0.58)));
        }
        if (last != null) {
            agreement.add(last.rated(last.confidence() * 0.4));
        }
    }
}
