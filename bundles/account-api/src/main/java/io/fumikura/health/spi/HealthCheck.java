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
     * @param japanese the same in Japanese
     * @param vital whether the platform is not ready while this part is in {@link Status#ERROR}
     */
    record Health(Status status, String message, String japanese, boolean vital) {

        /** For checks that speak English only. */
        public Health(Status status, String message, boolean vital) {
            this(status, message, message, vital);
        }

        public static Health ok(String message) {
            return new Health(Status.OK, message, false);
        }

        public static Health warning(String message) {
            return warning(message, message);
        }

        public static Health warning(String message, String japanese) {
            return new Health(Status.WARNING, message, japanese, false);
        }

        public static Health error(String message, boolean vital) {
            return error(message, message, vital);
        }

        public static Health error(String message, String japanese, boolean vital) {
            return new Health(Status.ERROR, message, japanese, vital);
        }
    }
}
