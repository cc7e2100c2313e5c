package io.fumikura.extract.rules.en;

import java.util.regex.Pattern;

/** How names of companies and people look in English texts. */
final class CompanyNames {

    /** Legal forms. Short ones only in capitals, so that "as", "se" and "co" stay words. */
    static final String FORM = "(?:(?i:Inc(?:orporated)?\\.?|Corp(?:oration)?\\.?|L\\. ?L\\. ?C\\.?|LLC\\.?|LLP|LLLP|L\\.L\\.P\\.|Ltd\\.?(?: Co\\.?)?|Limited|Company|plc|p\\.l\\.c\\.?"
            + "|GmbH(?: & Co\\.? KG(?:aA)?)?|S\\.a\\.?r\\.l\\.?|S\\.r\\.l\\.?|S\\.p\\.A\\.?|Pty\\.?(?: Ltd\\.?)?|Pte\\.?(?: Ltd\\.?)?|Sdn\\.? Bhd\\.?|d\\.o\\.o\\.|Aktiengesellschaft"
            + "|Incorporation|Partnership|Partners|Trust|Association|Foundation|University|Institute|Bank|Fund|Authority|Ministry|Government|Cooperative|Society)"
            + "|L\\. ?P\\.?|LP|Co\\.,? ?(?i:Ltd\\.?|Inc\\.?|LLC)|Co\\.?|CO\\.?|A\\.?G\\.?|S\\.A\\.S\\.?|S\\.A\\.(?: de C\\.V\\.)?|SAS?|SARL|SPA|SpA|B\\. ?V\\.?|BV|N\\. ?V\\.?|NV|K\\.K\\.|KK|KG|A/S|AB|ASA|Oyj?|N\\.A\\.|S\\.C\\.A\\.|SE|JSC|OJSC|LTDA\\.?|Ltda\\.?)(?![\\p{L}\\p{N}])";

    /** What a person's name may end with. */
    private static final String PERSONAL = "(?:Jr\\.?|Sr\\.?|II|III|IV|M\\.? ?D\\.?|Ph\\.? ?D\\.?|Esq\\.?|D\\.O\\.)(?![\\p{L}\\p{N}])";

    /** A word that is written with a capital or digit, or like "drkoop.com". */
    private static final String WORD =
            "(?:[\\p{Lu}\\d][\\p{L}\\p{N}.&'*!@+/®™-]*|[a-z][\\p{L}\\d]{0,14}\\.(?i:com|net|org)|[a-z](?=[\\p{Lu}])[\\p{L}\\d]+|&)";

    private static final String LINK = "(?:of|the|for|de|del|du|des|la|le|y|et|und|van|von|der|den|di|da|in|at|-|/)";

    /** A name; "and" in names is decided by {@link PartyScanner}. */
    static final Pattern NAME = Pattern.compile("(?:[Tt]he |THE )?(?<name>" + WORD + "(?:,? ?\\([\\p{Lu}][\\p{L}. ]{1,20}\\)(?=,? [\\p{Lu}])| (?:" + LINK + " ){0,2}"
            + WORD + "){0,11}(?:,? " + FORM + "|, ?" + PERSONAL + "){0,3})");

    static final Pattern ENDS_WITH_FORM = Pattern.compile("(?:^|[ ,])" + FORM + "$");

    static final Pattern FORM_PATTERN = Pattern.compile("\\b" + FORM);

    private CompanyNames() {}

    static boolean hasForm(String name) {
        return ENDS_WITH_FORM.matcher(name).find();
    }
}
