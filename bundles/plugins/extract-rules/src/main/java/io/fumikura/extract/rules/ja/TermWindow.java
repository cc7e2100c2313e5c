package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the text that may state the term: what stands behind 契約期間 and the like.
 *
 * @param text without white space
 * @param start its place in the compact text
 * @param confidence how surely it speaks of the contract's own term
 * @param plain whether it stands behind 本契約は, which often speaks of other things
 */
record TermWindow(String text, int start, double confidence, boolean plain) {

    private static final int LENGTH = 160;
    /** More places than any contract speaks of its term. */
    private static final int MOST = 200;

    private static final Pattern ANCHOR = Pattern.compile(
            "(?<strong>(?:契約|有効|存続)(?:の)?(?:有効|存続)?期間|契約の期間|賃貸借(?:契約)?(?:の)?期間|(?:雇用|派遣|委任|顧問|請負|リース|貸借|使用貸借|出向)(?:契約)?(?:の)?期間|有効期限|契約期限)"
                    + "|(?<weak>(?:業務)?委託期間|(?:使用|利用|実施)?許諾期間|ライセンス期間|許諾の期間|委託の期間|利用期間|使用期間|実施期間|業務期間|提供期間|履行期間|貸与期間|(?:共同)?研究期間|(?<=[)条】\\]\\n。0-9])期間(?=[::はの]))"
                    + "|(?<plain>本(?:基本|個別|委託|賃貸借|業務委託)?契約(?:書)?(?:の(?:効力|有効))?は|本覚書は|本合意書は|本協定は)");
    /** Terms of other things than the contract. */
    private static final Pattern OTHER_BEFORE = Pattern.compile("(?:個別|個別契約(?:等)?の|原|秘密保持(?:義務)?(?:の)?|保証(?:の)?|検査(?:の)?|瑕疵担保(?:責任)?の|開示(?:の)?|義務の|試用|更新後の|延長後の|残|満了後の|予約|前項の|原契約の|掲載)$");
    private static final Pattern CONDITION = Pattern.compile("(?:ただし|但し|但、|ただ、|なお、)");

    static List<TermWindow> in(Source source) {
        String text = Compact.of(source).text();
        var windows = new ArrayList<TermWindow>();
        Matcher anchor = ANCHOR.matcher(text);
        while (anchor.find() && windows.size() < MOST) {
            String before = text.substring(Math.max(0, anchor.start() - 12), anchor.start());
            if (!OTHER_BEFORE.matcher(before).find()) {
                boolean plain = anchor.group("plain") != null;
                double confidence = anchor.group("strong") != null ? 0.93 : plain ? 0.8 : 0.75;
                window(source, text, anchor.end(), confidence - windows.size() * 0.001, plain).ifPresent(windows::add);
            }
        }
        return windows;
    }

    /** What follows the anchor: to the end of the article, at most two sentences, without what is said about survival or renewal. */
    private static Optional<TermWindow> window(Source source, String text, int from, double confidence, boolean plain) {
        int end = Math.min(text.length(), from + LENGTH);
        for (Clauses.Clause clause : Clauses.of(source).all()) {
            // A heading in its own line above the number of its article belongs to what follows.
            if (clause.start() > from + 2) {
                end = Math.min(end, clause.start());
                break;
            }
        }
        String rest = text.substring(from, end);
        int first = rest.indexOf('。');
        boolean heading = !plain && (first < 0 || !Durations.in(rest.substring(0, first + 1)).isEmpty() || !Dates.in(rest.substring(0, first + 1)).isEmpty());
        if (first >= 0) {
            int second = rest.indexOf('。', first + 1);
            rest = heading || plain ? rest.substring(0, first + 1) : rest.substring(0, second < 0 ? rest.length() : second + 1);
        }
        Matcher condition = CONDITION.matcher(rest);
        if (condition.find() && condition.start() > 0) {
            rest = rest.substring(0, condition.start());
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(new TermWindow(rest, from, confidence, plain));
    }
}
