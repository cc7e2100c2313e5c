package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start, end and term (契約開始日, 契約終了日, 契約期間) from the sentence that states them. */
final class TermRule implements Rule {

    private static final Pattern SURVIVAL = Pattern.compile("(?:終了|満了|解除|解約|失効|退職)(?:した)?(?:日)?(?:後|の日から|日から|以降|より|してから)|引き?渡し|納品|納入|検収|開示(?:を受けた|の)?日|存続する|なお(?:その)?効力|効力を失わ");
    private static final Pattern BETWEEN = Pattern.compile("^(?:\\([^()]{1,14}\\))?(?:から起算し|から|より|を始期|を開始日|に始まり|[~〜~\\-–—―ー・/至]|乃至|を起点|に開始し|開始)[^。]{0,16}$|^、?至?$");
    static final Pattern FROM = Pattern.compile("^(?:\\([^()]{1,14}\\))?(?:から|より|を始期|を開始日|に始まり|を起算日|以降|以後|に開始|に発効|に効力|をもって(?:発効|効力)|付で?(?:発効|効力))");
    private static final Pattern UNTIL = Pattern.compile("^(?:\\([^()]{1,14}\\))?(?:まで|迄|を終期|を期限|を満了日|に満了|に終了|をもって(?:満了|終了)|とする)");
    private static final Pattern FROM_CONCLUSION = Pattern.compile(
            "(?:本?(?:契約|覚書|合意書?|協定書?|書)?(?:書)?(?:の)?(?:締結|調印|署名|作成|合意)(?:の)?(?:日|時|後|した日)|本?契約(?:書)?(?:締結)?日|上記(?:契約)?締結日|本契約の効力発生日|(?:頭書|末尾)(?:記載)?の?(?:契約)?締結日)(?:\\([^()]{1,10}\\))?(?:から|より|を始期|以降|に発効|に効力|をもって(?:発効|効力)|以後|起算|、)?");

    @Override
    public List<Finding> find(Source source) {
        Compact compact = Compact.of(source);
        var found = new ArrayList<Finding>();
        var defined = DefinedDays.in(compact);
        for (TermWindow window : TermWindow.in(source)) {
            found.addAll(read(window, compact, source, defined));
        }
        return found;
    }

    private static List<Finding> read(TermWindow window, Compact compact, Source source, DefinedDays defined) {
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
            defined.start(window).ifPresent(found::add);
        }
        boolean anchored = fromConclusion || !found.isEmpty();
        if (!window.plain() || anchored) {
            duration(window, anchored, compact, found);
        }
        return found;
    }

    private static void dated(TermWindow window, List<Dates.Dated> dates, Compact compact, List<Finding> found) {
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

    private static void add(String field, Dates.Dated dated, TermWindow window, Compact compact, List<Finding> found) {
        found.add(Finding.of(
                field,
                new FieldValue.Day(dated.date()),
                compact.origin(window.start() + dated.start()),
                compact.originEnd(window.start() + dated.end()),
                window.confidence()));
    }

    private static void duration(TermWindow window, boolean anchored, Compact compact, List<Finding> found) {
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
