package io.fumikura.read.office;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of an RTF file (Rich Text Format 1.9.1), with the encodings of its fonts; fields give their result. */
final class RichText {

    private static final int DEEPEST = 2_000;
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr", "footerl",
            "footerr", "fldinst", "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore", "xmlnstbl", "nonshppict",
            "generator", "pntext", "latentstyles", "bkmkstart", "bkmkend", "filetbl", "revtbl");
    private static final Map<Integer, String> CHARSETS = Map.of(
            128, "windows-31j", 129, "x-windows-949", 134, "GBK", 136, "Big5", 204, "windows-1251", 161, "windows-1253",
            162, "windows-1254", 238, "windows-1250");

    private final byte[] rtf;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State(false, false, Charset.forName("windows-1252"), 1);
    private Charset ansi = Charset.forName("windows-1252");
    private int font;
    private int skip;
    private int at;

    private record State(boolean hidden, boolean fontTable, Charset charset, int fallback) {}

    RichText(byte[] rtf) {
        this.rtf = rtf;
    }

    String text() {
        if (rtf.length < 5 || rtf[0] != '{' || rtf[1] != '\\' || rtf[2] != 'r' || rtf[3] != 't') {
            throw new IllegalArgumentException("it does not begin like an RTF file");
        }
        while (at < rtf.length) {
            int c = rtf[at++] & 0xff;
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> add(c);
            }
        }
        flush();
        return text.toString();
    }

    private void open() {
        flush();
        if (states.size() > DEEPEST) {
            throw new IllegalArgumentException("its groups are nested without end");
        }
        states.push(state);
    }

    private void close() {
        flush();
        state = states.isEmpty() ? state : states.pop();
    }

    private void add(int value) {
        if (skip > 0) {
            skip--;
        } else if (!state.hidden()) {
            bytes.write(value);
        }
    }

    private void flush() {
        if (bytes.size() > 0) {
            text.append(bytes.toString(state.charset()));
            bytes.reset();
        }
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        int c = rtf[at] & 0xff;
        if (c == '\'') {
            at++;
            if (at + 2 <= rtf.length) {
                add(Character.digit(rtf[at], 16) * 16 + Character.digit(rtf[at + 1], 16));
            }
            at += 2;
        } else if (!isLetter(c)) {
            at++;
            symbol(c);
        } else {
            word();
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void symbol(int c) {
        switch (c) {
            case '*' -> hide();
            case '~' -> show("\u00a0");
            case '_' -> show("-");
            case '\r', '\n' -> show("\n");
            case '\\', '{', '}' -> add(c);
            default -> {}
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length && isLetter(rtf[at])) {
            at++;
        }
        String word = new String(rtf, start, at - start, java.nio.charset.StandardCharsets.US_ASCII);
        int number = at;
        if (at < rtf.length && rtf[at] == '-') {
            at++;
        }
        while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9' && at - number < 11) {
            at++;
        }
        String digits = new String(rtf, number, at - number, java.nio.charset.StandardCharsets.US_ASCII);
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        word(word, digits.isEmpty() || digits.equals("-") ? null : (int) Long.parseLong(digits));
    }

    private void word(String word, @Nullable Integer value) {
        int number = value == null ? 1 : value;
        switch (word) {
            case "par", "line", "row", "sect" -> show("\n");
            case "page" -> show("\f");
            case "tab", "cell", "nestcell" -> show("\t");
            case "emdash" -> show("—");
            case "endash" -> show("–");
            case "lquote" -> show("‘");
            case "rquote" -> show("’");
            case "ldblquote" -> show("“");
            case "rdblquote" -> show("”");
            case "bullet" -> show("•");
            case "ansicpg" -> ansi(number);
            case "u" -> unicode(number);
            case "uc" -> set(new State(state.hidden(), state.fontTable(), state.charset(), Math.max(0, Math.min(number, 10))));
            case "f" -> font(number);
            case "fcharset" -> charset(number);
            case "plain" -> charset(ansi);
            case "bin" -> at = (int) Math.min(rtf.length, at + (long) Math.max(0, number));
            case "fonttbl" -> set(new State(true, true, state.charset(), state.fallback()));
            default -> {
                if (HIDDEN.contains(word)) {
                    hide();
                }
            }
        }
    }

    private void set(State next) {
        flush();
        state = next;
    }

    private void hide() {
        set(new State(true, state.fontTable(), state.charset(), state.fallback()));
    }

    private void charset(Charset charset) {
        set(new State(state.hidden(), state.fontTable(), charset, state.fallback()));
    }

    private void show(String shown) {
        flush();
        if (!state.hidden()) {
            text.append(shown);
        }
    }

    private void unicode(int value) {
        show(String.valueOf((char) value));
        skip = state.fallback();
    }

    private void ansi(int page) {
        String name = page == 932 ? "windows-31j" : page == 65001 ? "UTF-8" : page == 936 ? "GBK" : page == 950 ? "Big5"
                : page == 949 ? "x-windows-949" : "windows-" + page;
        if (Charset.isSupported(name)) {
            ansi = Charset.forName(name);
            charset(ansi);
        }
    }

    private void font(int number) {
        font = number;
        if (!state.fontTable()) {
            charset(fonts.getOrDefault(number, ansi));
        }
    }

    private void charset(int number) {
        if (CHARSETS.containsKey(number)) {
            fonts.put(font, Charset.forName(CHARSETS.get(number)));
        }
    }
}
