package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a zip container is: Office Open XML, OpenDocument, or just an archive; and whether parts of it are encrypted. */
final class ZipLook {

    private static final int MOST_TEXT = 512 * 1024;

    /** Folder of the main part → type; macro-enabled files and templates are of the same family. */
    private static final Map<String, MediaType> FOLDERS = folders();

    private static final Map<String, MediaType> OPEN_DOCUMENT = Map.of(
            "application/vnd.oasis.opendocument.text", MediaType.ODT,
            "application/vnd.oasis.opendocument.text-template", MediaType.ODT,
            "application/vnd.oasis.opendocument.spreadsheet", MediaType.ODS,
            "application/vnd.oasis.opendocument.spreadsheet-template", MediaType.ODS);

    private ZipLook() {}

    private static Map<String, MediaType> folders() {
        var folders = new LinkedHashMap<String, MediaType>();
        folders.put("word/", MediaType.DOCX);
        folders.put("xl/", MediaType.XLSX);
        folders.put("ppt/", MediaType.PPTX);
        return folders;
    }

    static Identity look(Path path, FileHead head) throws IOException {
        Optional<ZipListing> listing = ZipListing.of(path);
        if (listing.isEmpty()) {
            return damaged(head);
        }
        var zip = listing.get();
        if (zip.entries().isEmpty()) {
            return new Identity.Damaged("The file is an empty ZIP container.");
        }
        Optional<MediaType> open = openDocument(zip);
        if (open.isPresent()) {
            return openDocument(zip, open.get());
        }
        Optional<MediaType> office = office(zip);
        if (zip.entries().stream().anyMatch(ZipListing.Entry::encrypted)) {
            return new Identity.Protected(TypeNames.of(office.orElse(new MediaType("application/zip"))));
        }
        return office.<Identity>map(Identity.Document::new).orElseGet(() -> archive(zip));
    }

    private static Optional<MediaType> office(ZipListing zip) throws IOException {
        String types = zip.text("[Content_Types].xml", MOST_TEXT);
        if (types.contains("wordprocessingml.") || types.contains("application/vnd.ms-word.")) {
            return Optional.of(MediaType.DOCX);
        }
        // A text document or presentation may embed a workbook, so the folder of the main part decides.
        for (var folder : FOLDERS.entrySet()) {
            if (zip.hasUnder(folder.getKey()) && (!types.isEmpty() || zip.hasUnder("_rels/"))) {
                return Optional.of(folder.getValue());
            }
        }
        if (types.contains("spreadsheetml.") || types.contains("application/vnd.ms-excel.")) {
            return Optional.of(MediaType.XLSX);
        }
        return types.contains("presentationml.") ? Optional.of(MediaType.PPTX) : Optional.empty();
    }

    private static Optional<MediaType> openDocument(ZipListing zip) throws IOException {
        String type = zip.text("mimetype", 200).strip();
        return type.matches("application/[a-z0-9.+-]+") ? Optional.of(new MediaType(type)) : Optional.empty();
    }

    private static Identity openDocument(ZipListing zip, MediaType type) throws IOException {
        MediaType known = OPEN_DOCUMENT.get(type.value());
        String manifest = zip.text("META-INF/manifest.xml", MOST_TEXT);
        boolean encrypted = manifest.contains("encryption-data")
                || zip.entries().stream().anyMatch(ZipListing.Entry::encrypted);
        if (encrypted && type.value().contains("opendocument")) {
            return new Identity.Protected(TypeNames.of(known == null ? type : known));
        }
        return known == null ? new Identity.Other(type, TypeNames.of(type)) : new Identity.Document(known);
    }

    private static Identity archive(ZipListing zip) {
        var type = new MediaType(
                zip.hasUnder("META-INF/MANIFEST.MF") ? "application/java-archive" : "application/zip");
        return new Identity.Other(type, TypeNames.of(type));
    }

    /** Cut off: the names of the first entries still tell what it was meant to be; its reader says what is wrong. */
    private static Identity damaged(FileHead head) {
        String names = head.latin(0, FileHead.LENGTH);
        for (var folder : FOLDERS.entrySet()) {
            if (names.contains("[Content_Types].xml") && names.contains(folder.getKey())) {
                return new Identity.Damaged("The file is a damaged " + TypeNames.of(folder.getValue())
                        + ": its end is missing. Send the complete file.");
            }
        }
        return new Identity.Damaged("The file is a damaged ZIP container: its table of contents is missing.");
    }
}
