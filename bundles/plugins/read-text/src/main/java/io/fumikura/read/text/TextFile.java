package io.fumikura.read.text;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.typeset.TextLayout;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file streamed through a layout. */
final class TextFile {

    private static final int HEAD = 1 << 20;
    /** Longer than a page; so the memory is bounded for a file without line breaks. */
    private static final int LONGEST_LINE = TextLayout.COLUMNS * TextLayout.ROWS;

    private final Path path;

    TextFile(Path path) {
        this.path = path;
    }

    void setInto(TextLayout layout) throws DocumentException, InterruptedException {
        try (Reader reader = open()) {
            read(reader, layout);
            layout.end();
        } catch (IOException e) {
            throw new DocumentException(Reason.CORRUPT, "The text cannot be read: " + e.getMessage(), e);
        }
    }

    private Reader open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            var encoding = Encoding.of(head());
            in.skipNBytes(encoding.skip());
            return new BufferedReader(new InputStreamReader(
                    in,
                    encoding.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static void read(Reader reader, TextLayout layout)
            throws IOException, DocumentException, InterruptedException {
        var line = new StringBuilder();
        int before = 0;
        for (int letter = reader.read(); letter >= 0; before = letter, letter = reader.read()) {
            if (letter == '\n' && before == '\r') {
                continue;
            }
            if (isBreak(letter)) {
                endLine(line, layout, letter);
            } else if (letter >= ' ' || letter == '\t') {
                line.append((char) letter);
                if (line.length() >= LONGEST_LINE && !Character.isHighSurrogate((char) letter)) {
                    endLine(line, layout, letter);
                }
            }
        }
        if (!line.isEmpty()) {
            layout.line(line.toString());
        }
    }

    private static boolean isBreak(int letter) {
        return letter == '\n' || letter == '\r' || letter == '\f' || letter == '\u0085' || letter == '\u2028' || letter == '\u2029';
    }

    private static void endLine(StringBuilder line, TextLayout layout, int letter)
            throws DocumentException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("reading of a text");
        }
        if (letter != '\f' || !line.isEmpty()) {
            layout.line(line.toString());
        }
        line.setLength(0);
        if (letter == '\f') {
            layout.pageBreak();
        }
    }
}
