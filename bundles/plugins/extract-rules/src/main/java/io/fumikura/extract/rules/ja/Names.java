package io.fumikura.extract.rules.ja;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is the name of a company or person, and what is a blank, a role or an address. */
final class Names {

    /** Kinds of legal entities and bodies. */
    static final Pattern ENTITY = Pattern.compile(
            "株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|\\((?:株|有|同|資|名|一社|一財|公財|医)\\)|[㈱㈲㈾㈳㈶]|法人|組合|協会|機構|財団|社団|大学|学校|学園|高校|病院|医院|銀行|信用金庫|公社|公団"
                    + "|商工会|事務所|商店|工務店|研究所|[都道府県市区町村国省庁]$|\\b(?:Inc|Ltd|LLC|Corp|Co|Corporation|Limited|Company|GmbH|LLP|PLC|K\\.K|S\\.A|AG|Pte|B\\.V)\\b\\.?");

    /** Words for a role in a contract. */
    static final String ROLE = "(?:委託者|受託者|委任者|受任者|発注者|受注者|発注側|受注側|注文者|請負者|請負人|元請負人|下請負人|売主|買主|売渡人|買受人|貸主|借主|賃貸人|賃借人|転貸人|転借人|貸付人|借入人|貸渡人|借受人"
            + "|債権者|債務者|連帯保証人|保証人|身元保証人|譲渡人|譲受人|ライセンサー?|ライセンシー|許諾者|被許諾者|実施権者|使用者|労働者|雇用主|雇用者|被用者|従業員|派遣元|派遣先|出向元|出向先|開示者|受領者|開示当事者|受領当事者|情報開示者|情報受領者"
            + "|代理店|販売店|特約店|代理商|本部|加盟店|加盟者|供給者|メーカー|執筆者|依頼者|著作者|著作権者|出版社|出版者|出版権者|実演家|プロダクション|クライアント|ユーザー?|ベンダー?|顧客|顧問先|顧問|お客様|契約者|利用者|申込者|提供者|事業者|フリーランス|クリエイター"
            + "|差入人|宛先|当社|弊社|貴社|御社|会社|甲社|乙社|個人|法人|本人|当事者|両当事者|両者|双方|甲乙|管理者|所有者|権利者|設置者|寄託者|受寄者|荷主|運送人|倉庫業者|建築主|施主|施工者|設計者|監理者|税理士|弁護士|社労士|行政書士|司法書士|医師|講師|親会社|子会社)";

    private static final Pattern GENERIC = Pattern.compile("(?:" + ROLE + "|[甲乙丙丁戊]|.{0,8}(?:者|主|側)|[貸売買借]手|名称|氏名|住所|印|代表者?|商号|社名|屋号|会社名|法人名|所在地|電話番号?|担当者?)(?:名|様|殿|等|ら)?");
    private static final Pattern BLANK = Pattern.compile("[○◯〇●◎□■◇◆△▲▽▼※_＿…?？＊*]|×{2}|(?<![A-Za-z])[xX]{2,}(?![A-Za-z])|[xX]{4,}|[\\[\\]{}<>〈〉]|\\[\\s*\\]|【\\s*】|\\(\\s*\\)|・{2}|\\.{3}|-{3,}|―{2}|ー{3}");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:[\\s、,.・:;>\\-*#|\"'“”]|[(（]?\\d{1,2}[.)）]|(?:" + ROLE + "|[甲乙丙丁戊])(?:[(（][^)）]{0,12}[)）])?(?:[\\s::]+|である|たる|の(?=株式会社|有限会社|合同会社)|(?=株式会社|有限会社|合同会社|一般社団|一般財団)))+");
    private static final Pattern ADDRESS_BEFORE = Pattern.compile(
            "^.*(?:に本店を(?:置く|有する)|に本社を(?:置く|有する)|に主たる(?:事務所|営業所)を(?:置く|有する)|に所在する|所在の|に住所を有する|在住の|に居住する|を住所とする)");
    private static final Pattern OFFICE = Pattern.compile(
            "[\\s、,(/]*(?:代表取締役|代表社員|代表執行役|代表理事|代表者|代表パートナー|代表清算人|取締役社長|取締役|執行役員|業務執行社員|理事長|理事|学長|所長|院長|支店長|支社長|本部長|事業部長|部長|社長|会長|代表|知事|市長|町長|村長|区長|契約担当|支出負担)(?![^\\s]*(?:株式会社|有限会社|合同会社)).*$");
    /** 港物産株式会社 山田 太郎: who signs for it. */
    private static final Pattern PERSON_BEHIND = Pattern.compile(
            "(?<=[一-龥々ぁ-んァ-ヶーA-Za-z0-9](?:株式会社|有限会社|合同会社|商店|法人))\\s+(?![^\\s]*(?:[店社部所会局室課]|センター))[一-龥々ぁ-んァ-ヶー]{1,5}(?:\\s+[一-龥々ぁ-んァ-ヶー]{1,4})?\\s*$"
                    + "|(?<=(?:株式会社|有限会社|合同会社)[^\\s]{1,20})\\s+(?![^\\s]*(?:[店社部所会局室課]|センター))[一-龥々]{1,4}(?:\\s*[一-龥々ぁ-ん]{1,4})?\\s*$");
    private static final Pattern SEAL = Pattern.compile("[\\s(\\[【〔]*(?:㊞|印鑑?|実印|社印|押印|捺印|自署|署名|記名押印)[\\s)\\]】〕]*$|㊞.*$|\\s+印\\b.*$");
    private static final Pattern ADDRESS = Pattern.compile("^(?:〒|\\d{3}-\\d{4}|(?:住所|所在地|本店|本社所在地|電話|TEL|FAX|Tel|E-?mail|メール))|^(?:東京都|北海道|(?:京都|大阪)府|.{2,3}県).*[\\d一二三四五六七八九十](?:丁目|番|号|-|−|‐|[FfＦ階])");

    private Names() {}

    /** Whether characters stand for something still to be filled in. */
    static boolean isBlank(String text) {
        return text.isBlank() || BLANK.matcher(text).find();
    }

    static boolean isEntity(String text) {
        return ENTITY.matcher(text).find();
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text.strip()).find();
    }

    static boolean isRole(String text) {
        return text.strip().matches(ROLE);
    }

    /** A part of a text, from {@code start} to before {@code end}. */
    record Part(String text, int start, int end) {}

    /**
     * The name inside some characters: without role, address, office and seal; empty when it is blank or no name.
     *
     * @param offset place of the first character, for the answer's place
     */
    static Optional<Part> find(String characters, int offset) {
        int start = 0;
        Matcher address = ADDRESS_BEFORE.matcher(characters);
        if (address.find()) {
            start = address.end();
        }
        Matcher leading = LEADING.matcher(characters).region(start, characters.length());
        if (leading.find()) {
            start = leading.end();
        }
        int end = cut(OFFICE, characters, start, characters.length());
        end = cut(SEAL, characters, start, end);
        end = cut(PERSON_BEHIND, characters, start, end);
        while (end > start && " \t\n\f、,。:・\"'“”|*".indexOf(characters.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end && Character.isWhitespace(characters.charAt(start))) {
            start++;
        }
        String name = characters.substring(start, end);
        return isName(name) ? Optional.of(new Part(tidy(name), offset + start, offset + end)) : Optional.empty();
    }

    private static int cut(Pattern pattern, String characters, int start, int end) {
        Matcher matcher = pattern.matcher(characters.substring(0, end));
        return matcher.find(start) && matcher.start() > start ? matcher.start() : end;
    }

    private static boolean isName(String name) {
        String rest = ENTITY.matcher(name).replaceAll("").replaceAll("[\\s()]", "");
        boolean body = name.matches(".*[都道府県市区町村国]|.+(?:大学|銀行|協会|組合|機構|事務所|病院|学校|商店|法人)");
        return name.length() >= 2
                && name.length() <= 60
                && !isBlank(name)
                && (rest.length() >= 1 || body)
                && !GENERIC.matcher(name.replaceAll("\\s", "")).matches()
                && !isAddress(name)
                && !name.matches("(?s).*[。「」『』::;].*|^[\\d\\s.,/年月日-]+$|^本.{0,6}契約.*|^[ぁ-ん]{1,3}$")
                && name.codePoints().anyMatch(Character::isLetter);
    }

    /** Breaks of lines go; a space stays where it parts words or a family name from a given name. */
    private static String tidy(String name) {
        return name.replaceAll("[ \\t]*[\\n\\f]\\s*", "").replaceAll("\\s+", " ").strip();
    }
}
