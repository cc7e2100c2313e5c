package io.fumikura.render.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks over the segments of a JPEG file that stand before its image data (ITU-T T.81, annex B). */
final class JpegSegments {

    private static final int START_OF_SCAN = 0xda;

    private JpegSegments() {}

    /** What follows the mark in the first segment of that kind which begins with it; null when there is none. */
    static byte @Nullable [] find(Path path, int marker, String mark) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (in.readUnsignedShort() != 0xffd8) {
                return null;
            }
            while (true) {
                int code = in.readUnsignedByte();
                if (code != 0xff) {
                    return null;
                }
                while (code == 0xff) {
                    code = in.readUnsignedByte();
                }
                if (code == START_OF_SCAN) {
                    return null;
                }
                byte[] data = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                byte[] start = mark.getBytes(StandardCharsets.ISO_8859_1);
                if (code == marker && data.length >= start.length && Arrays.equals(data, 0, start.length, start, 0, start.length)) {
                    return Arrays.copyOfRange(data, start.length, data.length);
                }
            }
        } catch (EOFException e) {
            return null;
        }
    }
}
