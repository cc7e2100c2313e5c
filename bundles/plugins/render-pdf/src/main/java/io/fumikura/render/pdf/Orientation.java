package io.fumikura.render.pdf;

import io.fumikura.document.spi.MediaType;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How the stored image must be turned to stand upright (EXIF 2.3 tag 0x0112, the same as of TIFF).
 *
 * @param value 1…8; 1 is upright
 */
record Orientation(int value) {

    static final int TAG = 0x0112;

    /** What the JDK's TIFF reader calls the values 1…8; OSGi frameworks do not export its own metadata classes. */
    private static final List<String> STANDARD_NAMES = List.of(
            "Normal",
            "FlipH",
            "Rotate180",
            "FlipV",
            "FlipHRotate90",
            "Rotate270",
            "FlipVRotate90",
            "Rotate90");

    static Orientation of(Path path, MediaType type, ImageReader reader, int index) throws IOException {
        if (type.equals(MediaType.JPEG)) {
            byte[] exif = JpegSegments.find(path, 0xe1, "Exif\0\0");
            return new Orientation(exif == null ? 1 : read(exif));
        }
        if (type.equals(MediaType.TIFF)) {
            return new Orientation(STANDARD_NAMES.indexOf(standardName(reader.getImageMetadata(index))) + 1);
        }
        return new Orientation(1);
    }

    private static String standardName(IIOMetadata metadata) {
        Element tree = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList orientations = tree.getElementsByTagName("ImageOrientation");
        return orientations.getLength() == 0 ? "Normal" : ((Element) orientations.item(0)).getAttribute("value");
    }

    Orientation {
        value = value < 1 || value > 8 ? 1 : value;
    }

    /** @param exif a TIFF structure; 1 when it is none */
    static int read(byte @Nullable [] exif) {
        if (exif == null || exif.length < 8) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(exif);
        tiff.order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int start = tiff.getInt(4);
        if (start < 8 || start + 2 > exif.length) {
            return 1;
        }
        int entries = tiff.getShort(start) & 0xffff;
        for (int i = 0; i < entries && start + 2 + (i + 1) * 12 <= exif.length; i++) {
            int entry = start + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }

    /** Whether width and height change places. */
    boolean turns() {
        return value >= 5;
    }

    /** From the stored image, scaled to the page, to the page of the given size. */
    AffineTransform transform(double width, double height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }
}
