package io.fumikura.document.spi;

/**
 * Type of a file as decided from its content.
 *
 * @param value lower case {@code type/subtype} without parameters
 */
public record MediaType(String value) {

    public static final MediaType PDF = new MediaType("application/pdf");
    public static final MediaType TEXT = new MediaType("text/plain");
    public static final MediaType MARKDOWN = new MediaType("text/markdown");
    public static final MediaType PNG = new MediaType("image/png");
    public static final MediaType JPEG = new MediaType("image/jpeg");
    public static final MediaType TIFF = new MediaType("image/tiff");
    public static final MediaType BMP = new MediaType("image/bmp");
    public static final MediaType GIF = new MediaType("image/gif");
    public static final MediaType WEBP = new MediaType("image/webp");
    public static final MediaType HEIC = new MediaType("image/heic");
    public static final MediaType DOC = new MediaType("application/msword");
    public static final MediaType DOCX =
            new MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static final MediaType XLS = new MediaType("application/vnd.ms-excel");
    public static final MediaType XLSX =
            new MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static final MediaType PPT = new MediaType("application/vnd.ms-powerpoint");
    public static final MediaType PPTX =
            new MediaType("application/vnd.openxmlformats-officedocument.presentationml.presentation");
    public static final MediaType RTF = new MediaType("application/rtf");
    public static final MediaType ODT = new MediaType("application/vnd.oasis.opendocument.text");
    public static final MediaType ODS = new MediaType("application/vnd.oasis.opendocument.spreadsheet");
    /** RFC 5322 mail. */
    public static final MediaType MAIL = new MediaType("message/rfc822");
    /** Outlook mail. */
    public static final MediaType OUTLOOK = new MediaType("application/vnd.ms-outlook");

    public MediaType {
        if (!value.matches("[a-z0-9][a-z0-9.+_-]*/[a-z0-9][a-z0-9.+_-]*")) {
            throw new IllegalArgumentException("no media type: " + value);
        }
    }

    public boolean isImage() {
        return value.startsWith("image/");
    }

    @Override
    public String toString() {
        return value;
    }
}
