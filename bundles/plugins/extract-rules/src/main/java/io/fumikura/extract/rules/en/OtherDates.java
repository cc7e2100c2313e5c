package io.fumikura.extract.rules.en;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Tells dates of something else than the contract: of another agreement, of a filing, of an event. */
final class OtherDates {

    /** Speaks of another agreement: "to the Development Agreement entered into on April 15, 2010". */
    private static final Pattern OTHER_AGREEMENT = Pattern.compile(
            "(?:\\b(?:that certain|original|existing|prior|previous|pursuant to|under the|supersed\\w+|except the|amend\\w* (?:the|that)|to (?:the|that))\\b(?:(?!\\bis (?:made|entered|dated|effective)|\\bthis\\b)[^.]){0,110}|(?i:amended|supplemented)[^.]{0,40}|power of attorney[^.]{0,40}|\\b(?:filed|incorporated|organi[sz]ed|expir\\w+|terminat(?:es?|ing)|until|through|ending|before|after|since|act of)\\b[^.,;]{0,30})$");

    /** "Effective …, the seller is renamed": the day of that event, unless the sentence goes on about the agreement. */
    private static final Pattern EVENT = Pattern.compile("[.;:)] Effective(?: as of| as from| on)?(?: the)? ?$");

    private static final Pattern ABOUT_AGREEMENT = Pattern.compile("\\b(?:agreement|contract|amendment|lease|parties)\\b", Pattern.CASE_INSENSITIVE);

    /** Footers of filings: "Source: ACME CORP, 8-K, 1/2/2015". */
    private static final Pattern FILING = Pattern.compile("\\b(?:10-?[KQD]\\w*|8-K|6-K|20-F|40-F|[SFN]-\\d\\w*|N-CSR|1-A|SB-2|424B\\d|SC \\w+|D)(?:/A)?, ?$|\\bSource: [^:]{3,90},[^,:]{1,20}, ?$");

    /** A stamp of a machine: "07/07/97 3:57 PM". */
    private static final Pattern TIME_OF_DAY = Pattern.compile("^ ?\\d{1,2}:\\d\\d");

    private OtherDates() {}

    static boolean isOther(Contract contract, Found<LocalDate> date) {
        String before = contract.prose().before(date.start(), 200);
        return OTHER_AGREEMENT.matcher(before).find() || isStamp(contract, date) || isEvent(contract, date, before);
    }

    /** Whether it was put there by who filed or printed the document. */
    static boolean isStamp(Contract contract, Found<LocalDate> date) {
        return FILING.matcher(contract.prose().before(date.start(), 200)).find()
                || TIME_OF_DAY.matcher(contract.prose().after(date.end(), 8)).find();
    }

    private static boolean isEvent(Contract contract, Found<LocalDate> date, String before) {
        int end = contract.prose().sentences().end(date.end());
        return EVENT.matcher(before).find() && !ABOUT_AGREEMENT.matcher(contract.text().substring(date.end(), end)).find();
    }
}
