package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What an OLE2 compound file is, by the names of its streams, and whether it is encrypted. */
final class CompoundLook {

    private static final int BOF = 0x809;
    private static final int FILE_PASS = 0x2f;
    /** [MS-PPT] 2.3.2: headerToken of an encrypted document. */
    private static final int ENCRYPTED_PRESENTATION = 0xF3D1C4DF;
    /** [MS-DOC] 2.5.2: fEncrypted in the flags of FibBase. */
    private static final int ENCRYPTED_DOCUMENT = 0x0100;

    private CompoundLook() {}

    static Identity look(Path path) {
        try {
            return CompoundFile.open(path, CompoundLook::look);
        } catch (IOException | IndexOutOfBoundsException e) {
            return new Identity.Damaged(
                    "The file is a damaged Office file (OLE2 container): its directory can't be read. Send the complete file.");
        }
    }

    private static Identity look(CompoundFile file) throws IOException {
        if (file.has("EncryptedPackage") || file.has("\tDRMContent") || file.has("DRMContent")) {
            return new Identity.Protected("Office document");
        }
        if (file.has("__properties_version1.0") || file.hasStarting("__substg1.0_")) {
            return new Identity.Document(MediaType.OUTLOOK);
        }
        if (file.has("WordDocument")) {
            return protectable(isEncryptedDocument(file.stream("WordDocument")), MediaType.DOC);
        }
        if (file.has("Workbook") || file.has("Book")) {
            ByteBuffer workbook = file.stream(file.has("Workbook") ? "Workbook" : "Book");
            return protectable(isEncryptedWorkbook(workbook), MediaType.XLS);
        }
        if (file.has("PowerPoint Document") || file.has("PP40")) {
            return protectable(isEncryptedPresentation(file), MediaType.PPT);
        }
        return other(file);
    }

    private static Identity protectable(boolean encrypted, MediaType type) {
        return encrypted ? new Identity.Protected(TypeNames.of(type)) : new Identity.Document(type);
    }

    private static Identity other(CompoundFile file) {
        String type = file.has("VisioDocument") ? "application/vnd.visio"
                : file.has("Quill") ? "application/x-mspublisher"
                : file.hasStarting("Props") ? "application/vnd.ms-project"
                : "application/x-ole-storage";
        return new Identity.Other(new MediaType(type), TypeNames.of(new MediaType(type)));
    }

    private static boolean isEncryptedDocument(ByteBuffer fib) {
        return fib.limit() >= 12 && (fib.getShort(10) & ENCRYPTED_DOCUMENT) != 0;
    }

    private static boolean isEncryptedPresentation(CompoundFile file) throws IOException {
        ByteBuffer user = file.stream("Current User");
        return user.limit() >= 16 && user.getInt(12) == ENCRYPTED_PRESENTATION || file.has("EncryptedSummary");
    }

    /** FILEPASS stands among the first records of the globals substream ([MS-XLS] 2.1.7.20.3). */
    private static boolean isEncryptedWorkbook(ByteBuffer records) {
        int at = 0;
        for (int i = 0; i < 64 && at + 4 <= records.limit(); i++) {
            int kind = records.getShort(at) & 0xffff;
            if (kind == FILE_PASS) {
                return true;
            }
            if (i == 0 && kind != BOF) {
                return false;
            }
            at += 4 + (records.getShort(at + 2) & 0xffff);
        }
        return false;
    }
}
