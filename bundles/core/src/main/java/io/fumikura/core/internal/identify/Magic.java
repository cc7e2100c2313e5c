package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.util.Optional;
import java.util.Set;

/** Types that the first bytes tell for sure. */
final class Magic {

    /** Brands of still images coded with HEVC (ISO/IEC 23008-12); AVIF has its own. */
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "hevc", "hevx");

    /** A PDF may begin within the first 1,024 bytes (ISO 32000-1 annex H.3.4.1). */
    private static final int PDF_WITHIN = 1024 + 5;

    private Magic() {}

    static Optional<MediaType> type(FileHead head) {
        if (head.starts(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(MediaType.PNG);
        }
        if (head.starts(0xff, 0xd8, 0xff)) {
            return Optional.of(MediaType.JPEG);
        }
        if (isTiff(head)) {
            return Optional.of(MediaType.TIFF);
        }
        if (head.has(0, "GIF87a") || head.has(0, "GIF89a")) {
            return Optional.of(MediaType.GIF);
        }
        if (head.has(0, "RIFF") && head.has(8, "WEBP")) {
            return Optional.of(MediaType.WEBP);
        }
        if (head.has(0, "BM") && isBitmap(head)) {
            return Optional.of(MediaType.BMP);
        }
        if (head.has(4, "ftyp") && HEIC_BRANDS.contains(head.latin(8, 12)) && !head.contains("avif", 64)) {
            return Optional.of(MediaType.HEIC);
        }
        return document(head);
    }

    private static Optional<MediaType> document(FileHead head) {
        if (head.has(0, "{\\rtf")) {
            return Optional.of(MediaType.RTF);
        }
        // Workbooks of Excel 2 to 4 are bare records, without a container.
        if (head.starts(0x09, 0x00, 0x04, 0x00) || head.starts(0x09, 0x02, 0x06, 0x00) || head.starts(0x09, 0x04, 0x06, 0x00)) {
            return Optional.of(MediaType.XLS);
        }
        boolean pdf = head.contains("%PDF-", PDF_WITHIN) || head.starts('%', 'P', 'D', 'F');
        return pdf ? Optional.of(MediaType.PDF) : Optional.empty();
    }

    private static boolean isTiff(FileHead head) {
        return head.starts('I', 'I', 0x2a, 0) || head.starts('M', 'M', 0, 0x2a)
                || head.starts('I', 'I', 0x2b, 0) || head.starts('M', 'M', 0, 0x2b);
    }

    /** "BM" begins many a text; the length of the second header settles it. */
    private static boolean isBitmap(FileHead head) {
        int header = head.little16(14);
        return (header == 40 || header == 52 || header == 56 || header == 64 || header == 108 || header == 124)
                && head.little16(16) == 0;
    }
}
