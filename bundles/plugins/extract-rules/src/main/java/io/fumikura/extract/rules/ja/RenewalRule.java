package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.ja.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Automatic renewal, its period, and the notice that stops it (自動更新の有無, 更新期間, 解約通知期間). Renewal by agreement is none by
 * itself; a notice to terminate early is no notice to stop a renewal.
 */
final class RenewalRule implements Rule {

    private static final String RENEW = "(?:更新|延長|継続|存続|更新さ)";
    private static final Pattern SILENCE = Pattern.compile(
            "(?:申し?出|申し?入|意思|意志|異議|異存|通知|表示|告知|連絡|拒絶|別段|解約|終了|申告|反対|協議)[^。]{0,40}?(?<not>ない|なき|なかった|無い|無き|なければ|ず|なく)(?<then>(?:限り|とき|時|場合|ときは|には|こと|、|は|に|れば|も)*[^。]{0,160}?)(?:" + RENEW
                    + ")(?!(?:し|され|でき)ない|拒絶|(?:する)?ことができる)|(?:申し?出|通知|意思表示|異議)[^。]{0,12}(?:ない|なき)[^。]{0,40}(?:なお|引き続き)[^。]{0,30}(?:効力|有効)");
    private static final Pattern AUTOMATIC = Pattern.compile(
            "(?:自動(?:的に)?[^。]{0,40}?(?:更新|延長|継続)|(?:更新|延長)は自動|自動更新[::]?(?:あり|有|する))(?!(?:は|を|が|も)?(?:し|され|行わ|行な|でき|いたし)ない|(?:は|:)?(?:なし|無し|無$|ありません)|(?:は|を)?しません|しない|されません|(?:する)?ものではない|の有無)");
    private static final Pattern NEVER = Pattern.compile(
            "(?:更新|延長)(?:は|を|が)?(?:し|され|行わ|行な|でき|いたし)ない(?!(?:旨|こと|場合|とき|限り|意思|もの(?:とする)?場合|で))|自動更新(?:は|を|の規定は)?[::]?(?:なし|無し|しない|しません|行わない|行いません|適用しない)|更新(?:の有無)?[::](?:なし|無し?|しない)|契約(?:の)?更新(?:は|:)?(?:なし|無し|しない)|更新がなく");
    private static final Pattern BY_AGREEMENT = Pattern.compile(
            "(?:協議|合意|同意)(?:の[上うえ]+|により|によって|に基づき|して|したうえ|した上|をもって|をした場合|が成立|を経て|のうえ)?[^。]{0,40}?(?:更新|延長)(?:する|を行う|し|される)?(?:ことができる|ことができます|できる|場合|ことがある|ものとする|$|。|、)|更新する(?:場合が(?:ある|あり得る|ありうる)|ことがある)|更新があり?得る|(?:更新|延長)することができる");
    private static final Pattern RENEWS = Pattern.compile("更新|延長|継続|存続|なお|引き続き");
    private static final Pattern OTHER_THING = Pattern.compile("著作権|商標権|特許権|ドメイン|証明書|サーバ|保険契約|秘密保持義務は");
    private static final Pattern TERM_WORDS = Pattern.compile("期間|満了|契約|有効|期限");
    private static final String BEFORE = "(?:期間満了|満了|終了|期限|末日|期日|更新|到来|契約期間|有効期間|契約終了)(?:する|となる)?(?:日|時|の日|予定日|期日)?(?:の|より|から|に先立ち|に先立って|に先立つこと|に際し)?、?(?:少なくとも|遅くとも)?(?:の)?";
    private static final String DURATION = "(?<lasting>" + Durations.FORM + ")";
    private static final Pattern NOTICE = Pattern.compile(BEFORE + "(?:" + Durations.FORM + "前(?:の日)?(?:から|より|以降)、?(?:満了の|満了日の|期間満了の)?)?" + DURATION + "(?:以上|以前)?(?:前|まえ)");
    private static final Pattern NOTICE_ANY = Pattern.compile(DURATION + "(?:以上)?(?:前|まえ)(?:まで|迄|に)");
    private static final Pattern BEFORE_SOMETHING = Pattern.compile("(?:以上)?(?:前|以前|まえ|以内)");
    private static final Pattern SAME_TERM = Pattern.compile("(?:同一|同じ|同様の|従前(?:と同一)?の|同)(?:の)?(?:契約)?期間");
    private static final Pattern BEHIND_PERIOD = Pattern.compile("更新後の(?:契約|有効)?期間(?:は|も)?[^。]{0,20}?" + DURATION);

    @Override
    public List<Finding> find(Source source) {
        List<Sentence> sentences = Sentences.of(source).all();
        Compact compact = Compact.of(source);
        var negative = new ArrayList<Finding>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (RENEWS.matcher(sentence.text()).find() && !OTHER_THING.matcher(sentence.text()).find()) {
                Optional<Renewal> renewal = renewal(sentence.text());
                if (renewal.isPresent()) {
                    return automatic(sentences, i, renewal.get(), compact);
                }
                no(sentences, i, compact).ifPresent(negative::add);
            }
        }
        return negative;
    }

    /**
     * Where a sentence states the renewal.
     *
     * @param condition where the condition (…申し出がないときは) ends: durations before it are those of the notice
     */
    private record Renewal(int start, int condition, int end) {}

    private static Optional<Renewal> renewal(String text) {
        Matcher silence = SILENCE.matcher(text);
        if (silence.find() && TERM_WORDS.matcher(text).find()) {
            int condition = silence.group("not") == null ? silence.start() : silence.end("not");
            return Optional.of(new Renewal(silence.start(), condition, silence.end()));
        }
        Matcher automatic = AUTOMATIC.matcher(text);
        if (!automatic.find()) {
            return Optional.empty();
        }
        Matcher notice = NOTICE_ANY.matcher(text);
        int condition = notice.find() && notice.end() < automatic.end() ? notice.end() : 0;
        return Optional.of(new Renewal(automatic.start(), condition, automatic.end()));
    }

    private static Optional<Finding> no(List<Sentence> sentences, int index, Compact compact) {
        Sentence sentence = sentences.get(index);
        boolean continues = index > 0 && sentences.get(index - 1).clause() == sentence.clause();
        String context = (continues ? sentences.get(index - 1).text() : "") + sentence.text();
        for (var pattern : List.of(NEVER, BY_AGREEMENT)) {
            Matcher matcher = pattern.matcher(sentence.text());
            if (matcher.find() && TERM_WORDS.matcher(context).find()) {
                return Optional.of(sentence.finding(
                        "auto_renewal", new FieldValue.Flag(false), matcher.start(), matcher.end(), pattern == NEVER ? 0.9 : 0.75, compact));
            }
        }
        return Optional.empty();
    }

    private static List<Finding> automatic(List<Sentence> sentences, int index, Renewal renewal, Compact compact) {
        Sentence sentence = sentences.get(index);
        var found = new ArrayList<Finding>();
        found.add(sentence.finding("auto_renewal", new FieldValue.Flag(true), renewal.start(), renewal.end(), 0.93, compact));
        period(sentences, index, renewal, compact).ifPresent(found::add);
        notice(sentences, index, compact).ifPresent(found::add);
        return found;
    }

    /** 1年間更新する, さらに6か月延長, 1年毎に自動更新, 同一期間; or 更新後の期間は1年 in the next sentence. */
    private static Optional<Finding> period(List<Sentence> sentences, int index, Renewal renewal, Compact compact) {
        Sentence sentence = sentences.get(index);
        int from = renewal.condition();
        Predicate<Durations.Lasting> notNotice =
                lasting -> !BEFORE_SOMETHING.matcher(sentence.text()).region(lasting.end(), sentence.text().length()).lookingAt();
        List<Durations.Lasting> durations = Durations.in(sentence.text()).stream().filter(notNotice).toList();
        return durations.stream()
                .filter(lasting -> lasting.start() >= from && lasting.end() <= renewal.end())
                .reduce((first, second) -> second)
                .or(() -> durations.stream()
                        .filter(lasting -> lasting.start() >= renewal.end() && lasting.start() - renewal.end() < 30)
                        .findFirst())
                .map(lasting -> sentence.finding(
                        "renewal_period", new FieldValue.Duration(lasting.period()), lasting.start(), lasting.end(), 0.92, compact))
                .or(() -> sameTerm(sentences, index, from, compact))
                .or(() -> behind(sentences, index, compact));
    }

    private static Optional<Finding> sameTerm(List<Sentence> sentences, int index, int from, Compact compact) {
        Sentence sentence = sentences.get(index);
        Matcher same = SAME_TERM.matcher(sentence.text());
        if (!same.find(Math.min(from, sentence.text().length()))) {
            return Optional.empty();
        }
        for (int i = index; i >= Math.max(0, index - 3); i--) {
            Sentence before = sentences.get(i);
            for (Durations.Lasting lasting : Durations.in(before.text())) {
                boolean notice = BEFORE_SOMETHING.matcher(before.text()).region(lasting.end(), before.text().length()).lookingAt();
                if (!notice && before.clause() == sentence.clause()) {
                    return Optional.of(sentence.finding(
                            "renewal_period", new FieldValue.Duration(lasting.period()), same.start(), same.end(), 0.85, compact));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> behind(List<Sentence> sentences, int index, Compact compact) {
        for (int i = index; i < Math.min(sentences.size(), index + 3); i++) {
            Matcher behind = BEHIND_PERIOD.matcher(sentences.get(i).text());
            if (behind.find()) {
                int start = behind.start("lasting");
                int end = behind.end("lasting");
                int at = i;
                return Durations.parse(behind.group("lasting"))
                        .map(period -> sentences.get(at).finding(
                                "renewal_period", new FieldValue.Duration(period), start, end, 0.85, compact));
            }
        }
        return Optional.empty();
    }

    /** In the sentence of the renewal, or beside it in the same article where 満了 stands with it. */
    private static Optional<Finding> notice(List<Sentence> sentences, int index, Compact compact) {
        Sentence sentence = sentences.get(index);
        return notice(sentence, NOTICE, 0.93, compact)
                .or(() -> notice(sentence, NOTICE_ANY, 0.8, compact))
                .or(() -> neighbour(sentences, index, -1, compact))
                .or(() -> neighbour(sentences, index, 1, compact));
    }

    private static Optional<Finding> neighbour(List<Sentence> sentences, int index, int step, Compact compact) {
        int i = index + step;
        return i >= 0 && i < sentences.size() && sentences.get(i).clause() == sentences.get(index).clause()
                ? notice(sentences.get(i), NOTICE, 0.85, compact)
                : Optional.empty();
    }

    private static Optional<Finding> notice(Sentence sentence, Pattern pattern, double confidence, Compact compact) {
        Matcher notice = pattern.matcher(sentence.text());
        return notice.find()
                ? Durations.parse(notice.group("lasting"))
                        .map(period -> sentence.finding(
                                "notice_period",
                                new FieldValue.Duration(period),
                                notice.start("lasting"),
                                notice.end("lasting"),
                                confidence,
                                compact))
                : Optional.empty();
    }
}
