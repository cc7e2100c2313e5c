package io.fumikura.read.office;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** The text of an OpenDocument file (ISO/IEC 26300): paragraphs, and rows of tables with tabs between cells. */
final class OpenDocument {

    private static final long MOST_BYTES = 256L << 20;

    private final Path path;

    OpenDocument(Path path) {
        this.path = path;
    }

    void readInto(TextSink text) throws Exception {
        try (var zip = new ZipFile(path.toFile())) {
            refuseEncrypted(zip);
            try (InputStream content = open(zip, "content.xml")) {
                XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
                factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
                read(factory.createXMLStreamReader(content), text);
            }
        }
    }

    private static void refuseEncrypted(ZipFile zip) throws Exception {
        if (zip.getEntry("META-INF/manifest.xml") != null) {
            try (InputStream manifest = open(zip, "META-INF/manifest.xml")) {
                if (new String(manifest.readNBytes(1 << 20), StandardCharsets.UTF_8).contains("encryption-data")) {
                    throw Door.isProtected(null);
                }
            }
        }
    }

    private static InputStream open(ZipFile zip, String name) throws Exception {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DocumentException(Reason.CORRUPT, "The file is damaged: it has no content. Open it with the program that wrote it and save it anew.");
        }
        return new Bounded(zip.getInputStream(entry));
    }

    private static void read(XMLStreamReader xml, TextSink text) throws Exception {
        var line = new StringBuilder();
        int rows = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS) {
                line.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tab" -> line.append('\t');
                    case "s" -> line.append(' ');
                    case "line-break" -> line.append('\n');
                    case "table-row" -> rows++;
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String name = xml.getLocalName();
                rows -= name.equals("table-row") ? 1 : 0;
                if (name.equals("table-cell") && rows > 0) {
                    line.append('\t');
                } else if (name.equals("table-row") || (rows == 0 && (name.equals("p") || name.equals("h")))) {
                    text.text(line.toString().replaceAll("\\t+$", ""));
                    line.setLength(0);
                } else if (name.equals("table") && rows == 0) {
                    text.pageBreak();
                }
            }
        }
    }

    /** A part that does not end is a bomb. */
    private static final class Bounded extends FilterInputStream {

        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException(new DocumentException(
                        Reason.LIMIT, "A part of the file unpacks to more than 256 MB, so it is not read."));
            }
        }
    }
}
