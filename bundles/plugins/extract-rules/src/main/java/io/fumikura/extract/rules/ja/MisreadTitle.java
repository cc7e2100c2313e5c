package io.fumikura.extract.rules.ja;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A recognised title of which one character was misread: 完買契約書 is 売買契約書. Titles that really exist may be one character
 * apart (使用契約書, 雇用契約書), so the document decides: it must use the word of the known title, and nowhere else the word that was read.
 */
final class MisreadTitle {

    private static final List<String> KNOWN = List.of(
            "売買契約書", "商品売買契約書", "土地売買契約書", "不動産売買契約書", "動産売買契約書", "継続的売買契約書", "取引基本契約書", "売買基本契約書",
            "秘密保持契約書", "機密保持契約書", "秘密保持誓約書", "秘密保持に関する覚書", "業務委託契約書", "業務委託基本契約書", "業務提携契約書", "業務委任契約書",
            "請負契約書", "工事請負契約書", "建設工事請負契約書", "製造委託契約書", "賃貸借契約書", "建物賃貸借契約書", "土地賃貸借契約書", "駐車場賃貸借契約書",
            "使用貸借契約書", "金銭消費貸借契約書", "雇用契約書", "労働契約書", "労働者派遣契約書", "労働者派遣基本契約書", "代理店契約書", "販売代理店契約書",
            "特約店契約書", "フランチャイズ契約書", "使用許諾契約書", "ソフトウェア使用許諾契約書", "ライセンス契約書", "特許実施許諾契約書", "商標使用許諾契約書",
            "共同研究契約書", "共同開発契約書", "システム開発契約書", "保守契約書", "システム保守契約書", "顧問契約書", "保証契約書", "連帯保証契約書", "債権譲渡契約書",
            "株式譲渡契約書", "事業譲渡契約書", "債務弁済契約書", "贈与契約書", "寄託契約書", "運送契約書", "合併契約書", "和解合意書", "退職合意書", "解約合意書", "変更覚書");

    private MisreadTitle() {}

    /**
     * The known title that was meant.
     *
     * @param read the recognised title without white space
     * @param text the document's text without white space, the title included
     */
    static Optional<String> meant(String read, String text) {
        if (KNOWN.contains(read)) {
            return Optional.empty();
        }
        List<String> meant = KNOWN.stream().filter(known -> isMeant(known, read, text)).toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static boolean isMeant(String known, String read, String text) {
        if (known.length() != read.length()) {
            return false;
        }
        int[] wrong = IntStream.range(0, read.length()).filter(i -> known.charAt(i) != read.charAt(i)).toArray();
        if (wrong.length != 1) {
            return false;
        }
        int[] words = IntStream.of(wrong[0] - 1, wrong[0]).filter(start -> start >= 0 && start + 2 <= read.length()).toArray();
        return IntStream.of(words).allMatch(start -> text.indexOf(word(read, start)) == text.lastIndexOf(word(read, start)))
                && IntStream.of(words).anyMatch(start -> text.contains(word(known, start)) && !read.contains(word(known, start)));
    }

    private static String word(String title, int start) {
        return title.substring(start, start + 2);
    }
}
