package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start, end and term (契約開始日, 契約終了日, 契約期間) from the sentence that states them. */
final class TermRule implements Rule {

    private static final int OPENING = 3000;
    private static final int WINDOW = 160;
    /** More places than any contract speaks of its term. */
    private static final int MOST_WINDOWS = 200;
    private static final Pattern ANCHOR = Pattern.compile(
            "(?<strong>(?:契約|有効|存続)(?:の)?(?:有効|存続)?期間|契約の期間|賃貸借(?:契約)?(?:の)?期間|(?:雇用|派遣|委任|顧問|請負|リース|貸借|使用貸借|出向)(?:契約)?(?:の)?期間|有効期限|契約期限)"
                    + "|(?<weak>(?:業務)?委託期間|(?:使用|利用|実施)?許諾期間|ライセンス期間|許諾の期間|委託の期間|利用期間|使用期間|実施期間|業務期間|提供期間|履行期間|貸与期間|(?:共同)?研究期間|(?<=[)条】\\]\\n。0-9])期間(?=[::はの]))"
                    + "|(?<plain>本(?:基本|個別|委託|賃貸借|業務委託)?契約(?:書)?(?:の(?:効力|有効))?は|本覚書は|本合意書は|本協定は)");
    /** Terms of other things than the contract. */
    private static final Pattern OTHER_BEFORE = Pattern.compile("(?:個別|個別契約(?:等)?の|原|秘密保持(?:義務)?(?:の)?|保証(?:の)?|検査(?:の)?|瑕疵担保(?:責任)?の|開示(?:の)?|義務の|試用|更新後の|延長後の|残|満了後の|予約|前項の|原契約の|掲載)$");
    private static final Pattern SURVIVAL = Pattern.compile("(?:終了|満了|解除|解約|失効|退職)(?:した)?(?:日)?(?:後|の日から|日から|以降|より|してから)|引き?渡し|納品|納入|検収|開示(?:を受けた|の)?日|存続する|なお(?:その)?効力|効力を失わ");
    private static final Pattern CONDITION = Pattern.compile("(?:ただし|但し|但、|ただ、|なお、)");
    private static final Pattern DEFINED_DAY = Pattern.compile("\\((?:以下[、,]?)?[「『](?<name>[^」』]{1,8}日)[」』]");
    private static final Pattern BETWEEN = Pattern.compile("^(?:\\([^()]{1,14}\\))?(?:から起算し|から|より|を始期|を開始日|に始まり|[~〜~\\-–—―ー・/至]|乃至|を起点|に開始し|開始)[^。]{0,16}$|^、?至?$");
    private static final Pattern FROM = Pattern.compile("^(?:\\([^()]{1,14}\\))?(?:から|より|を始期|を開始日|に始まり|を起算日|以降|以後|に開始|に発効|に効力|をもって(?:発効|効力)|付で?(?:発効|効力))");
    private static final Pattern UNTIL = Pattern.compile("^(?:\\([^()]{1,14}\\))?(?:まで|迄|を終期|を期限|を満了日|に満了|に終了|をもって(?:満了|終了)|とする)");
    private static final Pattern FROM_CONCLUSION = Pattern.compile(
            "(?:本?(?:契約|覚書|合意書?|協定書?|書)?(?:書)?(?:の)?(?:締結|調印|署名|作成|合意)(?:の)?(?:日|時|後|した日)|本?契約(?:書)?(?:締結)?日|上記(?:契約)?締結日|本契約の効力発生日|(?:頭書|末尾)(?:記載)?の?(?:契約)?締結日)(?:\\([^()]{1,10}\\))?(?:から|より|を始期|以降|に発効|に効力|をもって(?:発効|効力)|以後|起算|、)?");

    /** The text behind an anchor; {@code plain}: behind 本契約は, which often speaks of other things. */
    private record Window(String text, int start, double confidence, boolean plain) {}

    @Override
    public List<Finding> find(Source source) {
        Compact compact = Compact.of(source);
        var found = new ArrayList<Finding>();
        List<DefinedDay> defined = definedDays(compact.text());
        for (Window window : windows(source, compact.text())) {
            found.addAll(read(window, compact, source, defined));
        }
        return found;
    }

    private static List<Window> windows(Source source, String text) {
        var windows = new ArrayList<Window>();
        Matcher anchor = ANCHOR.matcher(text);
        while (anchor.find() && windows.size() < MOST_WINDOWS) {
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
    private static Optional<Window> window(Source source, String text, int from, double confidence, boolean plain) {
        int end = Math.min(text.length(), from + WINDOW);
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
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Window(rest, from, confidence, plain));
    }

    private static List<Finding> read(Window window, Compact compact, Source source, List<DefinedDay> defined) {
        List<Dates.Dated> dates = Dates.in(window.text());
        var found = new ArrayList<Finding>();
        if (!dates.isEmpty() && dates.get(0).start() < (window.plain() ? 20 : 80)) {
            dated(window, dates, compact, found);
        }
        Matcher conclusion = FROM_CONCLUSION.matcher(window.text());
        boolean fromConclusion = conclusion.find() && conclusion.start() < (window.plain() ? 6 : 40);
        if (fromConclusion && found.stream().noneMatch(finding -> finding.field().equals("start_date"))) {
            boolean survives = SURVIVAL.matcher(window.text().substring(0, conclusion.start())).find();
            if (!survives) {
                ConclusionDate.best(source).ifPresent(date -> found.add(new Finding(
                        "start_date",
                        new FieldValue.Day(date.date()),
                        List.of(
                                new Span(compact.origin(window.start() + conclusion.start()), compact.originEnd(window.start() + conclusion.end())),
                                new Span(date.start(), date.end())),
                        window.confidence() * Math.max(0.8, date.confidence()))));
            }
        }
        if (found.isEmpty()) {
            definedDay(window, compact, defined).ifPresent(found::add);
        }
        boolean anchored = fromConclusion || !found.isEmpty();
        if (!window.plain() || anchored) {
            duration(window, anchored, compact, found);
        }
        return found;
    }

    private static void dated(Window window, List<Dates.Dated> dates, Compact compact, List<Finding> found) {
        Dates.Dated first = dates.get(0);
        String text = window.text();
        if (SURVIVAL.matcher(text.substring(0, first.start())).find()) {
            return;
        }
        if (dates.size() > 1) {
            Dates.Dated second = dates.get(1);
            String between = text.substring(first.end(), second.start());
            if (between.length() <= 22 && BETWEEN.matcher(between).matches() && !second.date().isBefore(first.date())) {
                add("start_date", first, window, compact, found);
                add("end_date", second, window, compact, found);
                return;
            }
        }
        String after = text.substring(first.end());
        if (FROM.matcher(after).find()) {
            add("start_date", first, window, compact, found);
            if (dates.size() > 1 && UNTIL.matcher(text.substring(dates.get(1).end())).find()) {
                add("end_date", dates.get(1), window, compact, found);
            }
        } else if (UNTIL.matcher(after).find()) {
            add("end_date", first, window, compact, found);
        }
    }

    /** A day with a name of its own: 2024年7月1日(以下「発効日」という。) */
    private record DefinedDay(String name, Dates.Dated dated) {}

    private static List<DefinedDay> definedDays(String text) {
        String start = text.substring(0, Math.min(text.length(), OPENING));
        var days = new ArrayList<DefinedDay>();
        for (Dates.Dated dated : Dates.in(start)) {
            Matcher name = DEFINED_DAY.matcher(start).region(dated.end(), Math.min(start.length(), dated.end() + 30));
            if (name.lookingAt()) {
                days.add(new DefinedDay(name.group("name"), dated));
            }
        }
        return days;
    }

    private static Optional<Finding> definedDay(Window window, Compact compact, List<DefinedDay> days) {
        return days.stream()
                .filter(day -> {
                    int used = window.text().indexOf(day.name());
                    return used >= 0
                            && used < 40
                            && FROM.matcher(window.text().substring(used + day.name().length())).find();
                })
                .findFirst()
                .map(day -> {
                    int used = window.start() + window.text().indexOf(day.name());
                    return new Finding(
                            "start_date",
                            new FieldValue.Day(day.dated().date()),
                            List.of(
                                    new Span(compact.origin(used), compact.originEnd(used + day.name().length())),
                                    new Span(compact.origin(day.dated().start()), compact.originEnd(day.dated().end()))),
                            window.confidence());
                });
    }

    private static void add(String field, Dates.Dated dated, Window window, Compact compact, List<Finding> found) {
        found.add(Finding.of(
                field,
                new FieldValue.Day(dated.date()),
                compact.origin(window.start() + dated.start()),
                compact.originEnd(window.start() + dated.end()),
                window.confidence()));
    }

    private static void duration(Window window, boolean anchored, Compact compact, List<Finding> found) {
        for (Durations.Lasting lasting : Durations.in(window.text())) {
            String before = window.text().substring(0, lasting.start());
            String after = window.text().substring(lasting.end());
            boolean other = SURVIVAL.matcher(before).find() || after.matches("(?s)^(?:以内|以上|前|以前|ごと|毎|を超え|未満|経過).*") || before.endsWith("後");
            boolean stated = lasting.start() < 60 && (anchored || after.matches("(?s)^(?:とする|とし|です|であ|と定め|。|、|\\)|の間|を有効|有効|継続|存続|とします|に限|\\().*") || after.isEmpty() || before.length() <= 3);
            if (!other && stated) {
                found.add(Finding.of(
                        "term",
                        new FieldValue.Duration(lasting.period()),
                        compact.origin(window.start() + lasting.start()),
                        compact.originEnd(window.start() + lasting.end()),
                        window.confidence()));
                return;
            }
        }
    }
}
