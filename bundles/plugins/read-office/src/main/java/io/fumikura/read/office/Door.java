package io.fumikura.read.office;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;

/** Between our code and parsers fed with files of strangers: whatever comes out of them becomes a clear exception. */
final class Door {

    private Door() {}

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static void pass(Work work) throws DocumentException, InterruptedException {
        try {
            work.run();
        } catch (DocumentException | InterruptedException e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw isProtected(e);
        } catch (StackOverflowError e) {
            throw new DocumentException(Reason.CORRUPT, "The file is nested without end.", e);
        } catch (OutOfMemoryError e) {
            throw new DocumentException(Reason.LIMIT, "The file needs too much memory.", e);
        } catch (Exception | LinkageError e) {
            if (Thread.interrupted()) { // file channels close when their thread is interrupted
                throw new InterruptedException("reading of an Office file");
            }
            throw told(e);
        }
    }

    /** Parsers speak to programmers; people are told what it means and what they can do. */
    private static DocumentException told(Throwable e) {
        List<Throwable> causes = Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(20).toList();
        Optional<DocumentException> ours =
                causes.stream().filter(DocumentException.class::isInstance).map(DocumentException.class::cast).findFirst();
        if (ours.isPresent()) {
            return ours.get();
        }
        if (causes.stream().anyMatch(Door::isAboutProtection)) {
            return isProtected(e);
        }
        if (causes.stream().anyMatch(cause -> text(cause).contains("Zip bomb"))) {
            return new DocumentException(
                    Reason.LIMIT,
                    "The file unpacks to far more than an Office file should hold, so it is not read. "
                            + "Save it anew with the program that wrote it if it is genuine.",
                    e);
        }
        if (causes.stream().anyMatch(cause -> text(cause).contains("DOCTYPE"))) {
            return new DocumentException(
                    Reason.CORRUPT,
                    "The file holds definitions (DOCTYPE) that no Office program writes and that could do harm, so it is not read. "
                            + "Save it anew with Word, Excel or LibreOffice if it is genuine.",
                    e);
        }
        return new DocumentException(
                Reason.CORRUPT,
                "The file is damaged, or not of the type that it says. Open it with the program that wrote it and save it anew.",
                e);
    }

    static DocumentException isProtected(@Nullable Throwable cause) {
        return new DocumentException(Reason.PROTECTED, "The file is protected by a password.", cause);
    }

    private static boolean isAboutProtection(Throwable e) {
        String name = e.getClass().getSimpleName();
        return name.contains("Encrypted") || name.contains("Password") || text(e).contains("ncryption");
    }

    private static String text(Throwable e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }
}
