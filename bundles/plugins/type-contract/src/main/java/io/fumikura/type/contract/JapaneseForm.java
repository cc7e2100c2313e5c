package io.fumikura.type.contract;

import io.fumikura.document.spi.DocumentType.Classification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells Japanese contracts by their form: title, preamble with defined parties, closing words. */
final class JapaneseForm {

    /** What stands at the end of a contract's title; marks like （案） or 第2版 may follow. */
    private static final Pattern CONTRACT = Pattern.compile(
            "(?:契約書|契約証書|約定書|覚書|覚え書き?|合意書|協定書|誓約書|念書|示談書|差入書|確約書|承諾書|同意書|契約条項|契約)"
                    + "(?:[(\\[【〔「].{0,20}[)\\]】〕」]|[-ー]?\\d|案|写|ひな形|ひな型|雛形|サンプル|テンプレート|正本|副本|原本){0,3}$");

    private static final Pattern OTHER = Pattern.compile(
            "(?:規約|規程|規定|規則|細則|要綱|要領|約款|ポリシー|方針|議事録|議案書|招集通知|請求書|見積書|御見積|注文書|注文請書|発注書|納品書|領収書|領収証"
                    + "|検収書|受領書|明細書?|内訳書|報告書|提案書|企画書|仕様書|計画書|稟議書|申請書|申込書|届出?書?|通知書?|案内|お知らせ|マニュアル|手順書|ガイド|ガイドライン"
                    + "|定款|履歴書|職務経歴書|証明書|委任状|名簿|目次|一覧表?|特定商取引法に基づく表[示記]|チェックリスト|Q&A|解説|について)"
                    + "(?:[(\\[【〔「].{0,20}[)\\]】〕」]|案|写|控え?|\\d){0,3}$");

    private static final Pattern PREAMBLE = Pattern.compile(
            "[(（]以下[、,]?[「『\"“][^」』\"”]{1,12}[」』\"”]と?(?:いう|いい|称)(?:[^。]|。[)）]){0,400}?(?:契約|覚書|合意|協定)(?:[^。]|。[)）]){0,80}?締結");

    private static final Pattern PARTY = Pattern.compile("[甲乙]");
    private static final Pattern THIS_CONTRACT = Pattern.compile("本(?:基本|個別|委託)?契約|本覚書|本合意書|本協定");
    private static final Pattern COPIES = Pattern.compile(
            "(?:各自?|それぞれ)(?:[1一壱]|その[1一壱])通|本書[\\d一二三弐参]通|(?:記名|署名)[^。]{0,6}(?:押印|捺印)[^。]{0,8}の?(?:うえ|上)");
    private static final Pattern DEFINED = Pattern.compile("\\(以下[、,]?[「『](?!本|当社|会社)[^」』]{1,6}[」』]と(?:い|称)");
    private static final Pattern CLAUSES = Pattern.compile("本契約の(?:有効|契約)?期間|合意管轄|本契約に関する[^。]{0,10}紛争|本契約を解除|本契約の成立|本契約締結");
    private static final Pattern TERMS = Pattern.compile("本規約|本約款|本ポリシー|本規程|本規則|この規則|この規程|利用者|ユーザー");
    private static final Map<String, Pattern> KINDS = kinds();

    private JapaneseForm() {}

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put("pledge", Pattern.compile("誓約|念書|確約|差入"));
        kinds.put("amendment", Pattern.compile("変更(?:契約|覚書|合意|に関する)|改定(?:契約|覚書)|(?:一部変更|変更)の?(?:覚書|合意書)"));
        kinds.put("memorandum", Pattern.compile("覚書|覚え書|合意書|協定書|示談書|承諾書|同意書"));
        kinds.put("nda", Pattern.compile("(?:秘密|機密)(?:情報)?(?:の)?(?:保持|管理)|守秘|NDA"));
        kinds.put("dispatch", Pattern.compile("派遣"));
        kinds.put("employment", Pattern.compile("雇用|雇傭|労働契約|労働条件|雇入"));
        kinds.put("lease", Pattern.compile("賃貸|賃借|貸室|リース|使用貸借|駐車場|借地|借家|レンタル"));
        kinds.put("license", Pattern.compile("ライセンス|許諾|実施権|サブスクリプション"));
        kinds.put("agency", Pattern.compile("代理店|販売店|特約店|代理商|フランチャイズ|取次|販売代理"));
        kinds.put("joint-development", Pattern.compile("共同(?:研究|開発|事業)"));
        kinds.put("loan", Pattern.compile("消費貸借|金銭貸借|借用"));
        kinds.put("transfer", Pattern.compile("譲渡"));
        kinds.put("contract-for-work", Pattern.compile("請負"));
        kinds.put("sale", Pattern.compile("売買|購買|供給|購入"));
        kinds.put("services", Pattern.compile("委託|委任|顧問|保守|開発|制作|製作|サービス|コンサル|運用|執筆|出演|出版|清掃|警備|運送"));
        kinds.put("master", Pattern.compile("基本契約"));
        return kinds;
    }

    static Optional<Classification> judge(Opening opening) {
        Title title = title(opening);
        String start = opening.joined(6000);
        Matcher preamble = PREAMBLE.matcher(start);
        boolean concludes = preamble.find();
        int score = title.weight + (concludes ? 2 : 0) + usage(opening);
        if (score < 3) {
            return Optional.empty();
        }
        String named = title.weight > 0 ? title.line : concludes ? preamble.group() : start;
        return Optional.of(new Classification(kind(named), Math.min(0.98, 0.5 + score * 0.08)));
    }

    /** Words that contracts use and others do not, or the other way round. */
    private static int usage(Opening opening) {
        long parties = opening.count(PARTY);
        long terms = opening.count(TERMS);
        int score = opening.count(THIS_CONTRACT) >= 2 ? 1 : 0;
        score += parties >= 6 ? 1 : 0;
        score += opening.count(COPIES) > 0 ? 1 : 0;
        score += opening.count(CLAUSES) >= 2 ? 1 : 0;
        score += opening.count(DEFINED) >= 2 ? 1 : 0;
        return score - (terms >= 5 && terms > parties ? 2 : 0);
    }

    private record Title(String line, int weight) {}

    /** The first line that is a title of some kind decides. */
    private static Title title(Opening opening) {
        for (String line : opening.lines()) {
            String joined = line.replaceAll("[\\s・·]+", "");
            if (joined.length() <= 60 && !joined.endsWith("。") && !joined.matches("第[\\d一二三四五六七八九十]+条.*")) {
                // 労働条件通知書 兼 雇用契約書: a contract in one half is a contract.
                if (CONTRACT.matcher(joined).find()) {
                    return new Title(joined, 3);
                }
                if (OTHER.matcher(joined).find()) {
                    return new Title(joined, joined.matches(".*契約書?.*") ? 0 : -4);
                }
            }
        }
        return new Title("", 0);
    }

    private static String kind(String named) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(named).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("other");
    }
}
