package io.fumikura.document.spi;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes a file visible: either converts it to PDF (Office files) or draws its pages (PDF, images). A renderer answers for one
 * of the forms per type; core converts to PDF first where nobody draws the type itself.
 */
@ConsumerType
public interface Renderer {

    enum Form {
        /** {@link Renderer#convert} gives a PDF. */
        PDF,
        /** {@link Renderer#open} gives pages that can be drawn. */
        PAGES
    }

    /** How well this renderer does the form for the type, 1…100 (ours use 50); empty to decline. Must be quick. */
    OptionalInt score(MediaType type, Form form);

    /**
     * Writes the file as PDF.
     *
     * @param target to be written; does not exist yet
     * @throws DocumentException with the reason
     * @throws InterruptedException when the step's time is over
     */
    default void convert(SourceFile file, Path target) throws DocumentException, InterruptedException {
        throw new DocumentException(DocumentException.Reason.UNSUPPORTED, "This renderer does not make PDF.");
    }

    /** Opens the file for drawing. The caller closes the answer; one thread uses it at a time. */
    default Pages open(SourceFile file) throws DocumentException, InterruptedException {
        throw new DocumentException(DocumentException.Reason.UNSUPPORTED, "This renderer does not draw pages.");
    }

    /** The pages of an open file. */
    @ConsumerType
    interface Pages extends AutoCloseable {

        int count();

        /** Width and height in points as displayed, of a page from 1. */
        Size size(int page) throws DocumentException;

        /**
         * Writes the picture of a page that is nothing but one upright picture, as it is stored: what recognises text sees all that was scanned, and
         * no time goes into drawing.
         *
         * @param page from 1
         * @param target to be written; does not exist yet
         * @return its type, one that images may have; empty when the page is anything else, and then nothing is written
         */
        default Optional<MediaType> scan(int page, Path target) throws DocumentException, InterruptedException {
            return Optional.empty();
        }

        /**
         * Draws a page.
         *
         * @param page from 1
         * @param width of the image in pixels, 16…10,000; the height follows
         * @param target file to be written
         * @param format of the image
         * @throws DocumentException {@link DocumentException.Reason#LIMIT} when the image would be over 100 million pixels
         */
        void draw(int page, int width, ImageFormat format, Path target) throws DocumentException, InterruptedException;

        @Override
        void close();
    }

    enum ImageFormat {
        PNG,
        JPEG
    }

    /** In points, 1/72 inch. */
    record Size(double width, double height) {}
}
