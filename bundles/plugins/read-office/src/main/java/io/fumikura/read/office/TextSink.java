package io.fumikura.read.office;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.typeset.TextLayout;

/** Feeds text into a layout line by line until interrupted. */
final class TextSink {

    private static final int LONGEST = TextLayout.COLUMNS * TextLayout.ROWS;

    private final TextLayout layout;

    TextSink(TextLayout layout) {
        this.layout = layout;
    }

    void text(String text) throws DocumentException, InterruptedException {
        for (String line : text.split("\\r\\n|[\\n\\r\\u000b\\u2028\\u2029\\u0007]", -1)) {
            String[] parts = line.split("\f", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    layout.pageBreak();
                }
                line(parts[i].replaceAll("[\\p{Cntrl}&&[^\\t]]", ""));
            }
        }
    }

    private void line(String line) throws DocumentException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("reading of an Office file");
        }
        for (int i = 0; i == 0 || i < line.length(); i += LONGEST) {
            layout.line(line.substring(i, Math.min(line.length(), i + LONGEST)));
        }
    }

    void pageBreak() throws DocumentException {
        layout.pageBreak();
    }

    void end() throws DocumentException {
        layout.end();
    }
}
