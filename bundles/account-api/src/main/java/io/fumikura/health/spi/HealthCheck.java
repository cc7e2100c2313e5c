package io.fumikura.health.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** Looks after one part: the database, blobs, the index, OCR languages, LibreOffice, fonts, disk, clock … */
@ConsumerType
public interface HealthCheck {

    /** Name of the part, stable, lower case with dashes, e.g. {@code ocr-languages}. */
    String part();

    /** How it is now. Must not throw; what it throws counts as an error of this part. */
    Health check();

    enum Status {
        OK,
        /** Works, with something missing; the platform is ready. */
        WARNING,
        /** Does not work; the platform is not ready when the part is needed for every request. */
        ERROR
    }

    /**
     * @param message English, what is so and, if not OK, what to do; holds no secrets and no paths of documents
     * @param vital whether the platform is not ready while this part is in {@link Status#ERROR}
     */
    record Health(Status status, String message, boolean vital) {

        public static Health ok(String message) {
            return new Health(Status.OK, message, false);
        }

        public static Health warning(String message) {
            return new Health(Status.WARNING, message, false);
        }

        public static Health error(String message, boolean vital) {
            return new Health(Status.ERROR, message, vital);
        }
    }
}
