package io.fumikura.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;

/** The door between our code and a parser fed with files of strangers: whatever comes out of it becomes a clear exception. */
public final class Guard {

    private Guard() {}

    /** Work that may fail in any way. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws DocumentException, E;
    }

    /** @param what is worked on, to begin a sentence with, e.g. "Page 3" */
    public static <T, E extends Exception> T run(String what, Work<T, E> work) throws DocumentException, E {
        try {
            return work.run();
        } catch (Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DocumentException(Reason.CORRUPT, what + " is damaged.", e);
        } catch (StackOverflowError e) {
            throw new DocumentException(Reason.CORRUPT, what + " is nested without end.", e);
        } catch (OutOfMemoryError e) {
            throw new DocumentException(Reason.LIMIT, what + " needs too much memory.", e);
        } catch (LinkageError e) {
            throw new DocumentException(Reason.UNSUPPORTED, what + " needs a part of the platform that is not installed.", e);
        }
    }

    /** Leaves a parser that has no way of its own to be interrupted. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("interrupted", null, false, false);
        }

        /** @throws Stopped when the thread is interrupted; turn it into an InterruptedException outside of the parser */
        public static void check() {
            if (Thread.currentThread().isInterrupted()) {
                throw new Stopped();
            }
        }
    }
}
