package io.fumikura.extract.rules.book;

import java.util.Locale;
import java.util.regex.Pattern;

/** What names of companies look like, and what does not. */
final class NameWords {

    static final Pattern LEGAL_FORM = Pattern.compile(
            "株式会社|有限会社|合同会社|合資会社|合名会社|\\((?:株|有|同|合)\\)|㈱|㈲|(?:一般|公益)?(?:社団|財団)法人|医療法人|学校法人|社会福祉法人|協同組合|事務所$|商店$|工業所$"
                    + "|\\b(?:inc|corp|corporation|co|ltd|limited|llc|llp|plc|gmbh|mbh|ag|kg|ohg|gbr|ug|sarl|sas|sasu|eurl|b\\.?v|n\\.?v|s\\.?r\\.?l|s\\.?p\\.?a|s\\.?l|oy|aps|pte|pty|bhd|bld)\\b\\.?",
            Pattern.CASE_INSENSITIVE);
    static final Pattern BUSINESS = Pattern.compile(
            "\\b(?:s[do]n|bhd|enterprise|trading|restaurant|restoran|kedai|hardware|stationery|bakery|cafe|kopitiam|mart|market|store|shop|supermarket|hypermarket|pharmacy|clinic|hotel|motor|petro(?:l|leum)?|station"
                    + "|services?|solutions?|marketing|holdings?|international|industr(?:y|ies)|packaging|seafood|gift|deco|house|books?|electric(?:al)?|electronics?|foods?|resources|works|group|company)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Addresses, telephones, numbers of registers, greetings: nothing of a name. */
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "〒|\\b(?:tel|fax|phone|telefon|téléphone|e-?mail|www|http|gst|sst|vat|ust|siret|iban|bic|swift|hrb|gln|duns|reg(?:istration)?)\\b\\s*(?:[:.(]|no|id|reg)|\\bco(?:mpany)?\\b\\.?\\s*(?:no|id|reg)|電話|登録番号|口座|銀行|振込|担当|店番"
                    + "|^\\W*(?:no|lot|kuala|jalan|jln|lorong|taman|level|unit|suite|floor|persiaran)\\b|\\b(?:jalan|jln|\\p{L}*street|str\\.|straße|avenue|road|rue|chemin|weg|via|calle|laan|straat|platz|plaza|boulevard|cedex|postfach)\\b|stra(?:ß|ss)e\\b"
                    + "|[都道府県].{1,8}[市区町村郡]|\\d-\\d+-\\d+|\\d丁目|\\d番地|\\b\\d{4,5}\\b|@|\\.(?:com|net|de|fr|org)\\b|thank you|welcome|ありがとう|いらっしゃい|毎度|\\bpage\\b|\\bseite\\b|copyright|^\\W*(?:herrn?|frau|mr|mrs|ms)\\b"
                    + "|\\bgeschäftsf|\\bvorstand|steuer|[:：]\\s*$|\\b(?:this|your|our|please|is|are|was|were|you|we|bitte|ihre?|wir|votre|nous|merci)\\b|^(?:nederland|deutschland|france|germany|united states|usa|spain|españa|italia|malaysia|singapore|hong kong|united kingdom|japan|日本)$|^\\W*(?:date|datum|time|table|cashier|invoice|tax invoice|receipt|bill|rechnung|facture|total|subtotal|description|item|qty|amount)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern HEADING = Pattern.compile(
            "^\\W*(?:(?:お|ご|御)?(?:請求|見積|注文|発注|納品|領収|検収|合計|小計|明細|内訳|件名|品名|項目|日付|宛先)|下記|以下|上記|平素|拝啓|消費税|金額|備考|数量|単価|外税|内税|登録番号|レシート|受領)");
    private static final Pattern BLANK = Pattern.compile("[_＿]{2,}|[○●〇◯△□]{2,}|\\[[ ●]*\\]|…{2,}|X{3,}-");
    private static final Pattern HONORIFIC = Pattern.compile("\\s*(?:御中|様|殿|さま)\\s*$");

    private NameWords() {}

    static boolean hasLegalForm(String text) {
        return LEGAL_FORM.matcher(text).find();
    }

    /** Whether a text may be the name of a company, a shop or a person. */
    static boolean isNameLike(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long digits = text.chars().filter(Character::isDigit).count();
        return letters >= 2
                && text.length() <= 64
                && digits <= Math.max(2, letters / 3)
                && !NOT_A_NAME.matcher(text).find()
                && !HEADING.matcher(text.replaceAll("\\s", "")).find()
                && !BLANK.matcher(text).find()
                && text.charAt(0) != '(' | LEGAL_FORM.matcher(text).lookingAt()
                && !text.matches(".*[。、:].*|.*(?:です|ます|さい)$|[¥$€].*");
    }

    /** The name in a line: without the address behind it, registration numbers, titles of address, branches. */
    static String clean(String text) {
        String name = HONORIFIC.matcher(text).replaceFirst("").replaceAll("(?<=\\p{Lu})[!|](?=\\s|$|\\p{Lu})", "I");
        name = name.split("\\s+[-–|●•·▪]\\s+|\\s*[|●•▪]\\s*|\\s+(?:TEL|Tel|FAX|〒)|\\s+(?:au capital|登録番号)|,\\s+(?=\\d)|\\s*\\((?=[^)]*\\d)|\\s{3,}", 2)[0];
        name = name.replaceAll("^(?:(?!㈱|㈲|\\([株有同合])[^\\p{L}\\p{N}])+|[\\s,;:|'\"`~*^_\\-–]+$", "").strip();
        name = name.replaceAll("(?<=[^\\p{ASCII}])\\s+\\S{1,12}(?:支店|本店|店|営業所|支社|本社|事業所|工場|センター)$", "");
        return name.replaceAll("\\bS[O0]N(\\.?) B[HR]D\\b", "SDN$1 BHD").replaceAll("(?i)^([a-z0-9-]{2,})\\.(?:co\\.jp|co\\.uk|com|net|org|jp|de|fr)\\b.*$", "$1");
    }

    /** For comparing: without legal forms, marks, width and case. */
    static String plain(String name) {
        return LEGAL_FORM
                .matcher(HONORIFIC.matcher(io.fumikura.document.text.Folding.fold(name)).replaceFirst(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static boolean hasHonorific(String text) {
        return HONORIFIC.matcher(text).find();
    }
}
