package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Reading;
import java.util.List;

/** Reads a made-up contract. */
final class Contract {

    private static final List<String> FIELDS = List.of(
            "title", "parties", "amount", "conclusion_date", "start_date", "end_date", "auto_renewal", "renewal_period",
            "notice_deadline", "term", "notice_period", "indefinite_term", "governing_court");

    private static final String HEAD = "取引契約書\n\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）とは、次のとおり契約を締結する。\n\n";

    private Contract() {}

    static Reading of(String... pages) {
        return Reading.of(JapaneseContracts.RULES, FIELDS, pages);
    }

    /** A contract with these clauses between preamble and signatures. */
    static Reading with(String clauses) {
        return of(HEAD + clauses + "\n\n本契約の成立を証するため本書2通を作成し、甲乙記名押印のうえ各1通を保有する。\n\n2025年3月20日\n\n甲　東京都港区海岸1-2-3\n　　東雲工業株式会社\n　　代表取締役　東 一郎　印\n乙　横浜市中区山下町4-5\n　　有限会社みなと商店\n　　代表取締役　港 花子　印\n");
    }
}
