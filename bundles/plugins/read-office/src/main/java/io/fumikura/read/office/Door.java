package io.fumikura.read.office;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import org.apache.poi.EncryptedDocumentException;

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
            if (isAboutProtection(e)) {
                throw isProtected(e);
            }
            throw new DocumentException(Reason.CORRUPT, "The file is damaged: " + text(e), e);
        }
    }

    static DocumentException isProtected(Throwable cause) {
        return new DocumentException(Reason.PROTECTED, "The file is protected by a password.", cause);
    }

    private static boolean isAboutProtection(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            if (name.contains("Encrypted") || name.contains("Password") || text(cause).contains("ncryption")) {
                return true;
            }
        }
        return false;
    }

    private static String text(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.length() > 300 ? message.substring(0, 300) : message;
    }
}
