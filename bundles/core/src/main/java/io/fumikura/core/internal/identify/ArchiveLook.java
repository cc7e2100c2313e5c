package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** RAR and 7z archives are refused in any case; whether they are encrypted makes the message better. */
final class ArchiveLook {

    private static final MediaType RAR = new MediaType("application/x-rar-compressed");
    private static final MediaType SEVEN_ZIP = new MediaType("application/x-7z-compressed");
    private static final int MOST = 1 << 20;

    private ArchiveLook() {}

    static boolean isArchive(FileHead head) {
        return isRar(head) || isSevenZip(head);
    }

    private static boolean isRar(FileHead head) {
        return head.starts('R', 'a', 'r', '!', 0x1a, 0x07);
    }

    private static boolean isSevenZip(FileHead head) {
        return head.starts('7', 'z', 0xbc, 0xaf, 0x27, 0x1c);
    }

    static Identity look(FileHead head, Path path) throws IOException {
        MediaType type = isRar(head) ? RAR : SEVEN_ZIP;
        boolean encrypted = isRar(head) ? isEncryptedRar(head) : isEncryptedSevenZip(path);
        return encrypted ? new Identity.Protected(TypeNames.of(type)) : new Identity.Other(type, TypeNames.of(type));
    }

    /** RAR 4: flags of the archive and of the first file header. RAR 5: an encryption header, or a file's encryption record. */
    private static boolean isEncryptedRar(FileHead head) {
        boolean five = head.has(6, 0x01, 0x00);
        if (five) {
            return head.bytes().length > 14 && (head.bytes()[13] & 0xff) == 4;
        }
        boolean headers = (head.little16(7 + 3) & 0x80) != 0;
        int file = 7 + Math.max(7, head.little16(7 + 5));
        return headers || file + 5 < head.bytes().length && head.bytes()[file + 2] == 0x74 && (head.little16(file + 3) & 4) != 0;
    }

    /** The codec AES-256 + SHA-256 (06 F1 07 01) in the header at the end. */
    private static boolean isEncryptedSevenZip(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var start = new byte[32];
            if (file.length() < 32) {
                return false;
            }
            file.readFully(start);
            var numbers = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
            long offset = 32 + numbers.getLong(12);
            long size = Math.min(numbers.getLong(20), MOST);
            if (offset < 32 || size <= 0 || offset + size > file.length()) {
                return false;
            }
            var header = new byte[(int) size];
            file.seek(offset);
            file.readFully(header);
            return new FileHead(header).contains("\u0006\u00f1\u0007\u0001", header.length);
        }
    }
}
