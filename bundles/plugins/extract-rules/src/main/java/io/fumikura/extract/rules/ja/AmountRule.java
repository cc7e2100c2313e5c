package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amount (取引金額): what is paid for the whole; without one, what is paid per month. Deposits, instalments, limits are none. */
final class AmountRule implements Rule {

    private static final int BEHIND = 60;
    private static final Pattern MONEY = Pattern.compile(
            "(?<![\\d第.,])(?:(?:金|¥|¥|\\\\|JPY|日本円)?(?<number>[\\d" + "〇一二三四五六七八九十百千万億兆壱壹弐貳参參伍拾,]{1,30}+(?:\\.\\d{1,4}+)?(?:[十百千万億兆]{1,4}+)?)(?<unit>円|米ドル|ドル|ユーロ|USドル)(?:也|整)?|(?<mark>[¥¥\\\\]|US\\$|USD|EUR|€)(?<amount>\\d[\\d,]{0,20}+(?:\\.\\d{1,4}+)?)(?:-|也|整)?)");
    private static final Pattern PAY = Pattern.compile(
            "(?:委託|業務|請負|契約|売買|譲渡|購入|取引|開発|制作|工事|発注|貸付|借入|利用|使用|許諾|対価|報酬|支払|ライセンス|サービス|保守|顧問|研究|共同研究|加盟)?(?:料金|代金|報酬|対価|金額|料|費用?|総額|元本|元金|価格|価額)(?:の額|額|総額)?|賃料|家賃|基本給|賃金|給与|月給|年俸|貸金|(?:解決|和解|示談|一時|謝|委託|協賛|加盟|出資|寄附|寄付|負担|補助|助成|支援)金");
    private static final Pattern QUANTITY = Pattern.compile("月額|年額|総額|合計(?:額|金額)?");
    private static final Pattern LENT = Pattern.compile("^(?:\\([^()]{1,20}\\))?を[、]?[^。、]{0,12}?(?:貸し?(?:渡|付)|貸与|借り受け|借用|融資)");
    private static final Pattern OTHER = Pattern.compile(
            "敷金|保証金|礼金|共益費|管理費|違約金|損害|賠償|上限|限度|印紙|振込手数料|遅延|着手金|内金|手付|頭金|うち(?:取引に係る)?消費税|消費税(?:額|等|相当額)?[はが::]?$|交通費|手当|日割|過怠金|罰金|極度額|資本金|売上高|実費|更新料|預託|解約金|(?:消費税|税)(?:額)?(?:として)?$|残金|中間金|分割|最低");
    private static final Pattern NOT_AFTER = Pattern.compile("^(?:\\([^()]{1,20}\\))?(?:に満たない|を超え|を上限|を限度|以下|以上|未満|以内|を下回|につき|あたり|当たり|/(?:時|日|人|件|h|回|個)|単位)");
    private static final Pattern MONTHLY = Pattern.compile("月額|毎月|月々|1[かヶカケ箇]月(?:当たり|あたり|につき)|月給|基本給|賃料|家賃|顧問料|月$|(?:年額|年俸|毎年)");
    private static final Pattern HOURLY = Pattern.compile("時給|時間給|日給|日当|単価|1時間|1日(?:当たり|あたり|につき)|1人|1件|1部|1個");
    private static final Pattern TOTAL = Pattern.compile("総額|合計|契約金額|請負(?:代金|金額)|売買代金|代金総額|委託料総額|元金|貸付金額|借入金額|税込");

    private record Candidate(BigDecimal value, Currency currency, int start, int end, double confidence) {}

    @Override
    public List<Finding> find(Source source) {
        Compact compact = Compact.of(source);
        var found = new ArrayList<Finding>();
        Matcher money = MONEY.matcher(compact.text());
        int previous = 0;
        while (money.find()) {
            candidate(money, compact.text(), previous, found.size())
                    .map(candidate -> Finding.of(
                            "amount",
                            new FieldValue.Money(candidate.value(), Optional.of(candidate.currency())),
                            compact.origin(candidate.start()),
                            compact.originEnd(candidate.end()),
                            candidate.confidence()))
                    .ifPresent(found::add);
            previous = money.end();
        }
        return found;
    }

    private static Optional<Candidate> candidate(Matcher money, String text, int previous, int rank) {
        String number = money.group("number") != null ? money.group("number") : money.group("amount");
        // OCR and haste write 500.000円; yen have no fractions.
        String plain = number.replaceAll("(?<=\\d)\\.(?=\\d{3}(?!\\d))", "");
        Optional<BigDecimal> value = Numerals.parse(plain).filter(amount -> amount.signum() > 0 && amount.precision() - amount.scale() <= 15);
        String before = before(text, Math.max(previous, money.start() - BEHIND), money.start());
        int other = lastEnd(OTHER, before);
        boolean paid = lastEnd(PAY, before) > other + 1 || other < 0 && lastEnd(QUANTITY, before) > 0;
        boolean lent = LENT.matcher(text).region(money.end(), Math.min(text.length(), money.end() + 40)).find();
        boolean none = value.isEmpty() || !paid && !lent || NOT_AFTER.matcher(text).region(money.end(), Math.min(text.length(), money.end() + 40)).find();
        return none
                ? Optional.empty()
                : Optional.of(new Candidate(value.get(), currency(money), money.start(), money.end(), lent ? 0.85 : confidence(before, rank)));
    }

    private static int lastEnd(Pattern pattern, String text) {
        return pattern.matcher(text).results().mapToInt(MatchResult::end).max().orElse(-1);
    }

    /** The words before the amount, in its own sentence and behind the amount before. */
    private static String before(String text, int from, int start) {
        String before = text.substring(from, start);
        return before.substring(before.lastIndexOf('。') + 1);
    }

    private static double confidence(String before, int rank) {
        double confidence = HOURLY.matcher(before).find() ? 0.5 : MONTHLY.matcher(before).find() ? 0.7 : 0.82;
        return confidence + (TOTAL.matcher(before).find() ? 0.06 : 0) - Math.min(rank, 20) * 0.002;
    }

    private static Currency currency(Matcher money) {
        String sign = money.group("unit") != null ? money.group("unit") : money.group("mark");
        return Currency.getInstance(
                switch (sign) {
                    case "米ドル", "ドル", "USドル", "US$", "USD" -> "USD";
                    case "ユーロ", "EUR", "€" -> "EUR";
                    default -> "JPY";
                });
    }
}
