package io.fumikura.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Texts of contracts that nobody has concluded. The same number gives the same text. */
final class SampleTexts {

    private static final String[] FAMILY =
            ("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部"
                            + " 石川 前田 藤田 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 岡本 松田 中川 中野 原田 小川 竹内 金子")
                    .split(" ");
    private static final String[] GIVEN =
            ("翔太 蓮 大翔 陽菜 美咲 葵 結衣 さくら 健一 誠 直樹 浩 恵子 由美子 真由美 久美子 智子 幸子 和子 洋子 明 清 勝 茂 進 豊 実 隆 学 修"
                            + " 千尋 遥 楓 凛 悠真 樹 湊 朝陽 颯 律")
                    .split(" ");
    private static final String[] CLAUSES = {
        "甲及び乙は、本契約に基づく義務を誠実に履行するものとする。",
        "乙は、甲の書面による承諾なく、本業務の全部又は一部を第三者に再委託してはならない。",
        "甲は、検収の完了した月の翌月末日までに、乙の指定する銀行口座に代金を振り込むものとする。",
        "本契約の有効期間は、契約締結の日から一年間とし、期間満了の三か月前までに書面による申出がないときは、同一の条件で更新される。",
        "いずれの当事者も、相手方が本契約に違反し、催告後相当の期間内に是正されないときは、本契約を解除することができる。",
        "秘密情報とは、開示の際に秘密である旨が示された技術上又は営業上の情報をいう。",
        "本契約に定めのない事項については、甲乙協議のうえ円満に解決するものとする。",
        "天災地変その他の不可抗力により履行が遅滞したときは、その責を負わない。",
        "納入された製品に契約の内容に適合しないものがあるときは、甲は、修補、代替品の納入又は代金の減額を請求することができる。",
        "成果物の著作権は、代金の完済をもって甲に移転する。",
        "個人情報の取扱いについては、関係する法令及び指針を遵守する。",
        "反社会的勢力に該当しないことを、両当事者は表明し保証する。",
        "The parties shall perform their obligations under this agreement in good faith.",
        "Either party may terminate this agreement by giving ninety days' prior written notice.",
        "All notices shall be in writing and shall be deemed given upon receipt.",
        "The supplier warrants that the goods are free from defects in material and workmanship.",
        "Neither party shall be liable for delay caused by events beyond its reasonable control.",
        "This agreement constitutes the entire understanding of the parties.",
    };

    private SampleTexts() {}

    /** A name that about one text in two thousand holds. */
    static String person(SplittableRandom random) {
        return FAMILY[random.nextInt(FAMILY.length)] + GIVEN[random.nextInt(GIVEN.length)];
    }

    /** A word that only the text of this number holds. */
    static String own(int number) {
        return "QX" + String.format(Locale.ROOT, "%08d", number * 7919L % 100_000_007L);
    }

    /** A short contract as plain text. */
    static String contract(int number) {
        var random = new SplittableRandom(number);
        var text = new StringBuilder("業務委託基本契約書\n\n");
        text.append("株式会社").append(FAMILY[random.nextInt(FAMILY.length)]).append("商事（以下「甲」という。）と、")
                .append(FAMILY[random.nextInt(FAMILY.length)]).append("工業株式会社（以下「乙」という。）は、次のとおり契約を締結する。\n\n");
        for (int article = 1; article <= 8; article++) {
            text.append("第").append(article).append("条　").append(CLAUSES[random.nextInt(CLAUSES.length)]).append('\n');
        }
        LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
        text.append("\n契約金額　金").append(10_000 * (1 + random.nextInt(900))).append("円\n");
        text.append("契約締結日　").append(day.getYear()).append("年").append(day.getMonthValue()).append("月")
                .append(day.getDayOfMonth()).append("日\n");
        return text.append("担当者　").append(person(random)).append("\n整理番号　").append(own(number)).append('\n').toString();
    }

    /** Lines of a page of an English contract. */
    static List<String> englishPage(int number, int page) {
        var random = new SplittableRandom(31L * number + page);
        var lines = new ArrayList<String>();
        if (page == 1) {
            lines.add("MASTER SERVICES AGREEMENT");
            lines.add("");
            lines.add("This Master Services Agreement is entered into as of June " + (1 + random.nextInt(28)) + ", "
                    + (2015 + random.nextInt(10)) + ", by and between");
            lines.add("Harbor Field Supply Inc. and Lakeview Number " + number + " LLC.");
            lines.add("");
        }
        for (int section = 1; lines.size() < 48; section++) {
            lines.add(page + "." + section + " " + CLAUSES[12 + random.nextInt(6)]);
            lines.add("    Reference " + own(number) + ", schedule " + random.nextInt(1000) + ", item " + random.nextInt(1000) + ".");
        }
        return lines;
    }
}
