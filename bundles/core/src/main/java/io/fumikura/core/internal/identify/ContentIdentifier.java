package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Decides a file's type from its content. The name never decides alone: it tells Markdown from text, and catches text that claims to be Office. */
public final class ContentIdentifier {

    /** What a name promises, so that 24 bytes of text named .odt are called damaged instead of being filed as text. */
    private static final Map<String, MediaType> PROMISES = Map.ofEntries(
            Map.entry("pdf", MediaType.PDF), Map.entry("doc", MediaType.DOC), Map.entry("docx", MediaType.DOCX),
            Map.entry("xls", MediaType.XLS), Map.entry("xlsx", MediaType.XLSX), Map.entry("ppt", MediaType.PPT),
            Map.entry("pptx", MediaType.PPTX), Map.entry("odt", MediaType.ODT), Map.entry("ods", MediaType.ODS),
            Map.entry("msg", MediaType.OUTLOOK), Map.entry("png", MediaType.PNG), Map.entry("jpg", MediaType.JPEG),
            Map.entry("jpeg", MediaType.JPEG), Map.entry("tif", MediaType.TIFF), Map.entry("tiff", MediaType.TIFF),
            Map.entry("bmp", MediaType.BMP), Map.entry("gif", MediaType.GIF), Map.entry("webp", MediaType.WEBP),
            Map.entry("heic", MediaType.HEIC));

    /** Gives the whole file as a readable copy; only called where the head does not tell. */
    @FunctionalInterface
    public interface WholeFile {
        Path path() throws IOException;
    }

    /** How many bytes from the start {@link #identify} wants. */
    public static int headLength() {
        return FileHead.LENGTH;
    }

    /**
     * @param start the first {@link #headLength} bytes, or all when there are fewer
     * @param fileName as cleaned by {@link FileNames}
     */
    public Identity identify(byte[] start, String fileName, WholeFile whole) throws IOException {
        var head = new FileHead(start);
        if (head.starts('P', 'K', 3, 4) || head.starts('P', 'K', 5, 6) || head.starts('P', 'K', 7, 8)) {
            return ZipLook.look(whole.path(), head);
        }
        if (head.starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
            return CompoundLook.look(whole.path());
        }
        if (ArchiveLook.isArchive(head)) {
            return ArchiveLook.look(head, whole.path());
        }
        Optional<MediaType> magic = Magic.type(head);
        if (magic.isPresent()) {
            return new Identity.Document(magic.get());
        }
        return textOrOther(head, fileName);
    }

    private static Identity textOrOther(FileHead head, String fileName) throws IOException {
        MediaType named = tika(head);
        boolean textual = named.value().startsWith("text/") || named.value().equals("application/octet-stream")
                || named.value().equals("application/xml") || named.value().endsWith("+xml")
                || named.value().equals("message/rfc822");
        Optional<MediaType> text = textual ? TextLook.type(head, fileName) : Optional.empty();
        MediaType type = text.orElse(named);
        MediaType promised = PROMISES.get(extension(fileName));
        boolean plain = type.equals(MediaType.TEXT) || type.equals(MediaType.MARKDOWN);
        if (promised != null && (plain || type.value().equals("application/octet-stream"))) {
            return new Identity.Damaged("The name says " + TypeNames.of(promised) + ", but the content is "
                    + (plain ? "plain text. Rename it to .txt if that is right." : "damaged or of an unknown kind."));
        }
        return plain || type.equals(MediaType.MAIL)
                ? new Identity.Document(type)
                : new Identity.Other(type, TypeNames.of(type));
    }

    private static MediaType tika(FileHead head) throws IOException {
        var found = MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(head.bytes()), new Metadata())
                .getBaseType()
                .toString()
                .toLowerCase(Locale.ROOT);
        return found.matches("[a-z0-9][a-z0-9.+_-]*/[a-z0-9][a-z0-9.+_-]*")
                ? new MediaType(found)
                : new MediaType("application/octet-stream");
    }

    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
