package io.fumikura.extract.rules.en;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names of companies and people look in English texts. */
final class CompanyNames {

    /** Legal forms that end a name. Short ones only in capitals, so that "as", "se" and "co" stay words. */
    private static final String FINAL_FORM = "(?:(?i:Inc(?:orporated)?\\.?|Corp(?:oration)?\\.?|L\\. ?L\\. ?C\\.?|LLC\\.?|LLP|LLLP|L\\.L\\.P\\.|Limited(?: Partnership| Liability Company)?|Ltd\\.?|plc|p\\.l\\.c\\.?"
            + "|GmbH(?: & Co\\.? KG(?:aA)?)?|S\\.a\\.?r\\.l\\.?|S\\.\\u00c0 ?R\\.L\\.?|S\\.r\\.l\\.?|S\\.p\\.A\\.?|\\(?Pty\\.?\\)?(?: Ltd\\.?| Limited)?|\\(?Pte\\.?\\)?(?: Ltd\\.?| Limited)?|Sdn\\.? Bhd\\.?|Berhad|d\\.o\\.o\\.|Aktiengesellschaft|Incorporation)"
            + "|L\\. ?P\\.?|LP|Co\\.,? ?(?i:Ltd\\.?|Inc\\.?|LLC|Limited)|A\\.?G\\.?|S\\.A\\.S\\.?|S\\.A\\.?(?: de C\\.V\\.)?|S/A|SAS?|SARL|SPA|SpA|B\\. ?V\\.?|BV|N\\. ?V\\.?|NV|K\\.K\\.|KK|KG|KGaA|A/S|AB|ASA|Oyj?|N\\.A\\.|S\\.C\\.A\\.|G\\.I\\.E\\.|SE|JSC|OJSC|LTDA\\.?|Ltda\\.?)";

    /** Words that tell a company but may stand inside of its name as well. */
    private static final String WEAK_FORM = "(?:(?i:Company|Partnership|Partners|Trust|Association|Foundation|University|Institute|Bank|Fund|Authority|Ministry|Government|Cooperative|Society|Holdings|Commission)|Co\\.?|CO\\.?)";

    static final String FORM = "(?:" + FINAL_FORM + "|" + WEAK_FORM + ")(?![\\p{L}\\p{N}])";

    /** What a person's name may end with. */
    private static final String PERSONAL = "(?:Jr\\.?|Sr\\.?|II|III|IV|M\\.? ?D\\.?|Ph\\.? ?D\\.?|Esq\\.?|D\\.O\\.)(?![\\p{L}\\p{N}])";

    /** A word that is written with a capital or digit, or like "drkoop.com", or any before a legal form ("e-tailers, Inc."). */
    private static final String WORD =
            "(?:(?!(?:And|AND|Between|BETWEEN|This|THIS|Whereas|WHEREAS|Dated|DATED)\\b)[\\p{Lu}\\d][\\p{L}\\p{N}.&'*!@+/\u00ae\u2122-]*|[a-z][\\p{L}\\d-]{0,20}\\.(?i:com|net|org)|[a-z](?:\\.[a-z])+\\.?(?= [\\p{Lu}])|[a-z](?=[\\p{Lu}])[\\p{L}\\d]+|[a-z][\\p{L}\\d-]{2,20}(?=,? (?:Inc|INC|Corp|LLC|Ltd)\\b)|&)";

    private static final String LINK = "(?:of|the|for|de|del|du|des|la|le|y|et|und|van|von|der|den|di|da|in|at|-|/)";

    /** A name; "and" in names is decided by {@link PartyScanner}. */
    static final Pattern NAME = Pattern.compile("(?:[Tt]he |THE )?(?<name>" + WORD + "(?:(?:,? ?\\([\\p{Lu}][\\p{L}. ]{1,20}\\)){1,2}(?=,? [\\p{Lu}])| (?:" + LINK + " ){0,2}"
            + WORD + "|, [\\p{Lu}]\\p{L}+(?= & [\\p{Lu}])){0,11}(?:,? " + FORM + "|, ?" + PERSONAL + "){0,3})");

    private static final Pattern ENDS_WITH_FORM = Pattern.compile("(?:^|[ ,])(?:" + FORM + ")$");

    private static final Pattern LEGAL_FORM = Pattern.compile("[ ,]" + FINAL_FORM + "$");

    /** Forms and bodies that a name begins with. */
    private static final Pattern BEGINS_WITH_FORM = Pattern.compile(
            "^(?:O?JSC|CJSC|PT|AO|OOO|ZAO|Banco|(?:The )?(?:Bank|University|Board|Regents|Trustees|Government|Republic|Ministry|City|County|State|Institute) of) .*");

    private static final Pattern ONLY_FORM = Pattern.compile("(?:" + FORM + "[ ,]*)+");

    /** A legal form in the midst of capitalised words: the name ends there, the address begins. */
    private static final Pattern END = Pattern.compile("(?<=[\\p{L}\\d.)],? )" + FINAL_FORM + "(?:,? " + FORM + ")*(?= [\\p{Lu}\\d(]| of\\b|$)");

    static final Pattern FORM_PATTERN = Pattern.compile("\\b" + FORM);

    private CompanyNames() {}

    /** Whether a name ends with what tells a company, and is more than that. */
    static boolean hasForm(String name) {
        return endsWithForm(name) || BEGINS_WITH_FORM.matcher(name).find();
    }

    static boolean endsWithForm(String name) {
        return ENDS_WITH_FORM.matcher(name).find() && !ONLY_FORM.matcher(name).matches();
    }

    /** Whether a name ends with a legal form proper, not with a word like "Bank". */
    static boolean hasLegalForm(String name) {
        return LEGAL_FORM.matcher(name).find() && !ONLY_FORM.matcher(name).matches();
    }

    /** Without the article before and commas behind. */
    static String trim(String name) {
        return name.replaceAll("^(?:[Tt]he|THE) ", "").replaceAll("[,;]$", "");
    }

    static boolean isOnlyForm(String name) {
        return ONLY_FORM.matcher(name).matches();
    }

    /** Length of the name that a run of capitalised words begins with. */
    static int length(String words) {
        Matcher end = END.matcher(words);
        return end.find() ? end.end() : words.length();
    }
}
