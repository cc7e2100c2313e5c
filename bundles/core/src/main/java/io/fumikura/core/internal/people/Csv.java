package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** CSV by RFC 4180. */
final class Csv {

    private static final int LARGEST = 1024 * 1024;
    /** With empty ones, which spreadsheets leave at the end. */
    private static final int MOST_ROWS = 20_000;
    /** With those of full width, which spreadsheets in Japanese take for the same. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private Csv() {}

    /** @throws PlatformException {@code import.encoding}; {@code import.too-large} */
    static String text(InputStream data) {
        try {
            byte[] bytes = data.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw tooLarge();
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw encoding();
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw encoding();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlatformException tooLarge() {
        return new PlatformException(Category.TOO_LARGE, "import.too-large", "A file of users has at most 1 MB and 500 users.");
    }

    private static PlatformException encoding() {
        return new PlatformException(Category.REFUSED, "import.encoding", "W2039: The CSV file has to be UTF-8.");
    }

    /**
     * Rows of cells; empty lines are left out, but counted.
     *
     * @throws PlatformException {@code import.malformed} for a quoted cell that does not end; {@code import.too-large}
     */
    static List<Row> parse(String text) {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        int number = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (quoted) {
                throw new PlatformException(Category.REFUSED, "import.malformed", "A quoted cell does not end.");
            } else if (c == '"' && cell.length() == 0 && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
                wasQuoted = false;
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (rows.size() >= MOST_ROWS) {
                    throw tooLarge();
                }
                if (cells.size() > 1 || !cells.get(0).isBlank()) {
                    rows.add(new Row(number, List.copyOf(cells)));
                }
                cells.clear();
                wasQuoted = false;
                number++;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    /** @param number as spreadsheets count, from 1 */
    record Row(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** Without blanks around it and without the apostrophe in front of what looks like a formula; empty where the row is too short. */
        String cell(int column) {
            String text = column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
            return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
        }
    }

    static String line(List<String> cells) {
        return cells.stream().map(Csv::written).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String written(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n;].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
