package io.fumikura.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** An open PDF. Not thread-safe. */
public final class PdfFile implements AutoCloseable {

    private static final long IN_MEMORY = 8 << 20;

    private final PDDocument document;
    private final PageStreams streams = new PageStreams();

    private PdfFile(PDDocument document) {
        this.document = document;
    }

    /** @throws DocumentException PROTECTED, CORRUPT or LIMIT, with a message for people */
    public static PdfFile open(SourceFile file) throws DocumentException {
        return Guard.run("The PDF", () -> {
            boolean tried = file.password().isPresent();
            try {
                new ObjectStreams(file.path()).check();
                return new PdfFile(load(file.path(), file.password().orElse("")));
            } catch (InvalidPasswordException e) {
                throw new DocumentException(
                        Reason.PROTECTED,
                        tried ? "The password does not open the PDF." : "The PDF is protected by a password.",
                        e);
            } catch (IOException e) {
                throw failure(e);
            } catch (LinkageError e) { // certificate encryption needs Bouncy Castle, which need not be there
                throw forCertificates(e);
            }
        });
    }

    private static PDDocument load(Path path, String password) throws IOException {
        RandomAccessRead source = Files.size(path) <= IN_MEMORY
                ? new RandomAccessReadBuffer(Files.readAllBytes(path))
                : new RandomAccessReadBufferedFile(path);
        try {
            return Loader.loadPDF(source, password, IOUtils.createTempFileOnlyStreamCache());
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeQuietly(source);
            throw e;
        }
    }

    private static DocumentException failure(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("decryption material") || message.contains("No security handler")) {
            return forCertificates(e);
        }
        return new DocumentException(
                Reason.CORRUPT, "The PDF is damaged and cannot be opened. Make it anew with the program that wrote it.", e);
    }

    private static DocumentException forCertificates(Throwable e) {
        return new DocumentException(
                Reason.PROTECTED, "The PDF is encrypted for certain people's certificates; a password does not open it.", e);
    }

    public PDDocument document() {
        return document;
    }

    /** The pages in order, found while walking. */
    public PageWalk pages() {
        return new PageWalk(document);
    }

    /**
     * To be called before a page is read or drawn.
     *
     * @throws DocumentException LIMIT when the page is a bomb: its streams unpack to more than memory should hold
     */
    public void check(PDPage page) throws DocumentException {
        streams.check(page);
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }
}
