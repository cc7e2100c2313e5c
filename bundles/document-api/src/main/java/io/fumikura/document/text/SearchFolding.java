package io.fumikura.document.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Folding for search, as a Japanese reader expects: width (ＡＢＣ = abc, ｶﾌﾞｼｷ = カブシキ, ㈱ = (株)), case, dashes, white space, and
 * old or variant forms of ideographs to the common one (髙 = 高, 邉 = 辺). Hiragana and katakana stay apart. Lengths may change, so the
 * answer knows where each character came from.
 */
public final class SearchFolding {

    /** Variant, then common form. Jōyō old forms (旧字体) and frequent variants in names (異体字). */
    private static final String VARIANTS =
            "髙高﨑崎嵜崎邉辺邊辺濵浜濱浜齋斎齊斉斎斎澤沢廣広國国學学會会應応櫻桜圓円圖図團団壽寿寶宝實実將将專専對対當当發発縣県號号萬万與与嶋島嶌島德徳惠恵榮栄營営"
                    + "瀨瀬瀧滝龍竜眞真淺浅淵渕渊渕總総聲声證証譯訳讓譲豫予豐豊賣売邊辺鐵鉄關関驛駅鷄鶏黑黒點点黨党齒歯龜亀亞亜佛仏來来假仮傳伝價価儉倹儀儀兒児"
                    + "剩剰劑剤勞労勸勧勳勲區区卷巻參参單単嚴厳囑嘱圍囲壓圧壘塁壞壊壤壌壹壱奧奥奬奨孃嬢寢寝屆届屬属峽峡巖巌廢廃彈弾徑径從従惡悪慘惨懷懐戀恋戰戦戲戯戶戸"
                    + "拂払拔抜拜拝據拠擇択擔担擧挙收収效効敍叙數数斷断晝昼曉暁條条梅梅樞枢樂楽樣様橫横檢検權権歐欧歡歓步歩歲歳歸帰殘残毆殴每毎氣気淨浄淚涙溪渓滿満滯滞濕湿濟済"
                    + "灣湾爐炉爭争爲為狀状獎奨獨独獸獣獵猟畫画畳畳疊畳盜盗盡尽碎砕祕秘禪禅禮礼稅税稱称穗穂竊窃粹粋絲糸經経綠緑緖緒縱縦纖繊缺欠罐缶聽聴聰聡肅粛膽胆臟臓臺台"
                    + "舊旧艷艶莊荘藏蔵藝芸藥薬蘆芦處処蟲虫蠶蚕衞衛裝装襃褒覺覚覽覧觀観觸触謠謡讀読變変讚讃貳弐贊賛踐践輕軽轉転辨弁辯弁遞逓遲遅遙遥郞郎醉酔醫医釀醸釋釈錢銭錄録"
                    + "鎭鎮鑄鋳鑛鉱閒間陷陥隨随險険隱隠雙双雜雑靈霊靜静顏顔顯顕餘余騷騒驅駆驗験髓髄體体鬪闘鷗鴎鹽塩麥麦麵麺默黙﨟臈";

    private static final char[] VARIANT_TABLE = table();

    /** Forms of single characters, as they come up; normalizing is slow. Each entry only ever has one value, so races do no harm. */
    private static final @Nullable String[] FORMS = new String[0x10000];

    private SearchFolding() {}

    /**
     * A folded text.
     *
     * @param text folded
     * @param origins for each index of {@code text}, and for its end, the index in the unfolded text
     */
    public record Folded(String text, int[] origins) {

        /** Index in the unfolded text of the character from which the folded one at {@code index} comes. */
        public int origin(int index) {
            return origins[index];
        }
    }

    private static char[] table() {
        var table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.toLowerCase((char) c);
        }
        for (int i = 0; i + 1 < VARIANTS.length(); i += 2) {
            table[VARIANTS.charAt(i)] = VARIANTS.charAt(i + 1);
        }
        for (char dash : "‐‑‒–—―−".toCharArray()) {
            table[dash] = '-';
        }
        for (char blank : "\t\n\r\f".toCharArray()) {
            table[blank] = ' ';
        }
        return table;
    }

    public static Folded fold(String text) {
        var folded = new StringBuilder(text.length());
        int[] origins = new int[text.length() + 1];
        int i = 0;
        while (i < text.length()) {
            int end = i + Character.charCount(text.codePointAt(i));
            while (end < text.length() && isMark(text.charAt(end))) {
                end++;
            }
            String form = foldCluster(text, i, end);
            origins = ensure(origins, folded.length() + form.length() + 1);
            Arrays.fill(origins, folded.length(), folded.length() + form.length(), i);
            folded.append(form);
            i = end;
        }
        origins = ensure(origins, folded.length() + 1);
        origins[folded.length()] = text.length();
        return new Folded(folded.toString(), origins);
    }

    private static String foldCluster(String text, int start, int end) {
        if (end > start + 1) {
            return form(text.substring(start, end));
        }
        char letter = text.charAt(start);
        String form = FORMS[letter];
        if (form == null) {
            form = form(String.valueOf(letter));
            FORMS[letter] = form;
        }
        return form;
    }

    private static String form(String cluster) {
        char[] form = Normalizer.normalize(Folding.fold(cluster.replace("𠮷", "吉")), Normalizer.Form.NFKC).toCharArray();
        for (int i = 0; i < form.length; i++) {
            form[i] = VARIANT_TABLE[form[i]];
        }
        return new String(form);
    }

    /** Combining marks, and the half-width voiced sound marks of kana. */
    private static boolean isMark(char letter) {
        return letter == 'ﾞ' || letter == 'ﾟ' || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static int[] ensure(int[] origins, int length) {
        return length <= origins.length ? origins : Arrays.copyOf(origins, Math.max(length, origins.length * 2));
    }
}
