package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** What types are called when speaking to people. */
public final class TypeNames {

    private static final Map<String, String> NAMES = names();

    private TypeNames() {}

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        names.put(MediaType.PDF.value(), "PDF document");
        names.put(MediaType.TEXT.value(), "text");
        names.put(MediaType.MARKDOWN.value(), "Markdown text");
        names.put(MediaType.PNG.value(), "PNG image");
        names.put(MediaType.JPEG.value(), "JPEG image");
        names.put(MediaType.TIFF.value(), "TIFF image");
        names.put(MediaType.BMP.value(), "BMP image");
        names.put(MediaType.GIF.value(), "GIF image");
        names.put(MediaType.WEBP.value(), "WebP image");
        names.put(MediaType.HEIC.value(), "HEIC image");
        names.put(MediaType.DOC.value(), "Word document");
        names.put(MediaType.DOCX.value(), "Word document");
        names.put(MediaType.XLS.value(), "Excel workbook");
        names.put(MediaType.XLSX.value(), "Excel workbook");
        names.put(MediaType.PPT.value(), "PowerPoint presentation");
        names.put(MediaType.PPTX.value(), "PowerPoint presentation");
        names.put(MediaType.RTF.value(), "RTF document");
        names.put(MediaType.ODT.value(), "OpenDocument text");
        names.put(MediaType.ODS.value(), "OpenDocument spreadsheet");
        names.put(MediaType.MAIL.value(), "mail");
        names.put(MediaType.OUTLOOK.value(), "Outlook mail");
        names.put("application/zip", "ZIP archive");
        names.put("application/java-archive", "Java archive");
        names.put("application/epub+zip", "EPUB book");
        names.put("application/x-rar-compressed", "RAR archive");
        names.put("application/x-7z-compressed", "7z archive");
        names.put("application/gzip", "gzip archive");
        names.put("application/x-tar", "tar archive");
        names.put("application/x-gtar", "tar archive");
        names.put("application/xml", "XML file");
        names.put("text/html", "HTML page");
        names.put("image/svg+xml", "SVG drawing");
        names.put("image/wmf", "Windows metafile");
        names.put("image/emf", "Enhanced metafile");
        names.put("image/avif", "AVIF image");
        for (String type : List.of("jp2", "jpx", "jpm", "x-jp2-container", "x-jp2-codestream")) {
            names.put("image/" + type, "JPEG 2000 image");
        }
        names.put("image/jxl", "JPEG XL image");
        names.put("image/vnd.adobe.photoshop", "Photoshop image");
        names.put("image/vnd.microsoft.icon", "icon");
        names.put("application/vnd.visio", "Visio drawing");
        names.put("application/x-mspublisher", "Publisher document");
        names.put("application/vnd.ms-project", "Project plan");
        names.put("application/x-msdownload", "Windows program");
        names.put("application/x-dosexec", "Windows program");
        names.put("application/x-executable", "program");
        names.put("application/x-elf", "program");
        names.put("application/x-ole-storage", "OLE2 container of an unknown kind");
        names.put("application/octet-stream", "file of an unknown kind");
        return Map.copyOf(names);
    }

    public static String of(MediaType type) {
        String name = NAMES.get(type.value());
        if (name != null) {
            return name;
        }
        String described = described(type);
        return described.isEmpty() ? "file of the type " + type : described + " file (" + type + ")";
    }

    private static String described(MediaType type) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(type.value()).getDescription();
        } catch (MimeTypeException e) {
            return "";
        }
    }
}
