package io.fumikura.core.internal.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table as RFC 4180 has it, in UTF-8 with a mark at its start, so that spreadsheets open it unbroken; no cell runs as a formula. */
final class CsvTable {

    private final OutputStream out;

    CsvTable(OutputStream out) throws IOException {
        this.out = out;
        out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }

    void row(List<String> cells) throws IOException {
        String line = cells.stream().map(CsvTable::cell).collect(Collectors.joining(","));
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** An apostrophe keeps spreadsheets from running what begins like a formula; the value stands behind it. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
