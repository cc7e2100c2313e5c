package io.fumikura.read.office;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.typeset.TextLayout;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the text of Office files without a layout, for machines where nothing renders them, and where rendering fails. */
@Component
public final class OfficeReader implements ContentReader {

    private static final long MOST_BYTES_OF_A_PART = 512L << 20;
    /** Where Microsoft's information rights management keeps the real document. */
    private static final String RIGHTS_MANAGED = "\tDRMContent";

    private static final Set<MediaType> OOXML = Set.of(MediaType.DOCX, MediaType.XLSX, MediaType.PPTX);
    private static final Set<MediaType> OTHERS =
            Set.of(MediaType.DOC, MediaType.XLS, MediaType.PPT, MediaType.RTF, MediaType.ODT, MediaType.ODS);

    @Activate
    public OfficeReader() {
        ZipSecureFile.setMinInflateRatio(0.001);
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_A_PART);
    }

    @Override
    public OptionalInt score(MediaType type) {
        return OOXML.contains(type) || OTHERS.contains(type) ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
        Door.pass(() -> {
            Path path = file.path();
            if (Files.size(path) == 0) {
                throw new DocumentException(Reason.CORRUPT, "The file is empty.");
            }
            refuseEncrypted(path, OOXML.contains(file.type()));
            if (file.type().equals(MediaType.XLSX)) {
                new Sheets(sink).readNew(path);
            } else if (file.type().equals(MediaType.XLS)) {
                new Sheets(sink).readOld(path);
            } else {
                var text = new TextSink(new TextLayout(page -> sink.page(page.textWithoutPlaces())));
                readText(path, file.type(), text);
                text.end();
            }
        });
    }

    /** Protected OOXML files are compound files around an encrypted package. */
    private static void refuseEncrypted(Path path, boolean zipped) throws Exception {
        if (FileMagic.valueOf(path.toFile()) != FileMagic.OLE2) {
            return;
        }
        try (var files = new POIFSFileSystem(path.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
                    || files.getRoot().hasEntryCaseInsensitive(RIGHTS_MANAGED)) {
                throw Door.isProtected(null);
            }
        }
        if (zipped) {
            throw new DocumentException(Reason.UNSUPPORTED, "The file is an Office file of the old kind in spite of its name.");
        }
    }

    private static void readText(Path path, MediaType type, TextSink text) throws Exception {
        if (type.equals(MediaType.DOCX)) {
            try (var opc = OPCPackage.open(path.toFile(), PackageAccess.READ);
                    var document = new XWPFDocument(opc);
                    var extractor = new XWPFWordExtractor(document)) {
                text.text(extractor.getText());
            }
        } else if (type.equals(MediaType.DOC)) {
            readWord(path, text);
        } else if (type.equals(MediaType.PPTX)) {
            try (var opc = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
                readSlides(new XMLSlideShow(opc), text);
            }
        } else if (type.equals(MediaType.PPT)) {
            try (var files = new POIFSFileSystem(path.toFile(), true)) {
                readSlides(new HSLFSlideShow(files), text);
            }
        } else if (type.equals(MediaType.RTF)) {
            text.text(new RichText(Files.readAllBytes(path)).text());
        } else {
            new OpenDocument(path).readInto(text);
        }
    }

    private static void readWord(Path path, TextSink text) throws Exception {
        try (InputStream in = Files.newInputStream(path);
                var extractor = new WordExtractor(in)) {
            text.text(extractor.getText());
        } catch (OldWordFileFormatException e) {
            try (var files = new POIFSFileSystem(path.toFile(), true);
                    var extractor = new Word6Extractor(new HWPFOldDocument(files))) {
                text.text(extractor.getText());
            }
        }
    }

    private static void readSlides(SlideShow<?, ?> slides, TextSink text) throws Exception {
        try (slides;
                var extractor = new SlideShowExtractor<>(slides)) {
            for (var slide : slides.getSlides()) {
                text.text(extractor.getText((org.apache.poi.sl.usermodel.Slide) slide));
                text.pageBreak();
            }
        }
    }
}
