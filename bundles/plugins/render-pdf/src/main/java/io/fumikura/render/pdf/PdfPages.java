package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.pdf.Guard;
import io.fumikura.pdf.Guard.Stopped;
import io.fumikura.pdf.PageWalk;
import io.fumikura.pdf.PdfFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Pages of an open PDF. */
final class PdfPages implements Renderer.Pages {

    private static final int MOST_PAGES = 20_000;

    private final PdfFile file;
    private final List<PDPage> pages;
    private final PDFRenderer renderer;

    static PdfPages open(SourceFile source) throws DocumentException {
        PdfFile file = PdfFile.open(source);
        try {
            return Guard.run("The PDF", () -> new PdfPages(file));
        } catch (DocumentException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private PdfPages(PdfFile file) throws DocumentException {
        this.file = file;
        pages = found(file);
        flatten();
        renderer = new PDFRenderer(file.document()) {
            @Override
            protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
                return new InterruptibleDrawer(parameters);
            }
        };
        renderer.setSubsamplingAllowed(true);
    }

    private static List<PDPage> found(PdfFile file) throws DocumentException {
        var pages = new ArrayList<PDPage>();
        PageWalk walk = file.pages();
        while (walk.hasNext()) {
            if (pages.size() == MOST_PAGES) {
                throw new DocumentException(Reason.LIMIT, "The PDF has more than 20,000 pages.");
            }
            pages.add(walk.next());
        }
        if (pages.isEmpty()) {
            throw new DocumentException(Reason.CORRUPT, "The PDF is damaged: it has no pages.");
        }
        return pages;
    }

    /** So that the library finds the same pages, whatever counts and loops the file's own tree has. */
    private void flatten() {
        var kids = new COSArray();
        pages.forEach(page -> kids.add(page.getCOSObject()));
        var root = new COSDictionary();
        root.setItem(COSName.TYPE, COSName.PAGES);
        root.setItem(COSName.KIDS, kids);
        root.setInt(COSName.COUNT, kids.size());
        file.document().getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, root);
    }

    @Override
    public int count() {
        return pages.size();
    }

    @Override
    public Renderer.Size size(int page) throws DocumentException {
        PDPage found = page(page);
        return Guard.run("Page " + page, () -> {
            PDRectangle box = found.getCropBox();
            boolean turned = found.getRotation() % 180 != 0;
            double width = Math.max(1, turned ? box.getHeight() : box.getWidth());
            double height = Math.max(1, turned ? box.getWidth() : box.getHeight());
            return new Renderer.Size(width, height);
        });
    }

    @Override
    public Optional<MediaType> scan(int page, Path target) throws DocumentException, InterruptedException {
        PDPage found = page(page);
        try {
            return Guard.run("Page " + page, () -> {
                file.check(found);
                Optional<PDImageXObject> scan = new ScannedPage(found).jpeg();
                if (scan.isPresent()) {
                    try (InputStream jpeg = scan.get().getCOSObject().createRawInputStream()) {
                        Files.copy(jpeg, target);
                    }
                }
                return scan.map(image -> MediaType.JPEG);
            });
        } catch (Stopped e) {
            Thread.interrupted();
            throw new InterruptedException("looking for the picture of a page");
        } catch (IOException e) {
            throw new DocumentException(Reason.CORRUPT, "Page " + page + " is damaged and cannot be drawn.", e);
        }
    }

    private PDPage page(int page) {
        if (page < 1 || page > pages.size()) {
            throw new IllegalArgumentException("no page " + page + " of " + pages.size());
        }
        return pages.get(page - 1);
    }

    @Override
    public void draw(int page, int width, Renderer.ImageFormat format, Path target)
            throws DocumentException, InterruptedException {
        Renderer.Size size = size(page);
        int height = Canvas.height(size, width);
        try {
            Guard.run("Page " + page, () -> {
                file.check(page(page));
                // The library cuts fractions off; a hair more gives exactly the width asked for.
                float scale = (float) ((width + 0.02) / size.width());
                Canvas.write(fitted(renderer.renderImage(page - 1, scale, ImageType.RGB), width, height), format, target);
                return target;
            });
        } catch (Stopped e) {
            Thread.interrupted();
            throw new InterruptedException("drawing of a page");
        } catch (IOException e) {
            throw new DocumentException(Reason.CORRUPT, "Page " + page + " is damaged and cannot be drawn.", e);
        }
    }

    private static BufferedImage fitted(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && Math.abs(image.getHeight() - height) <= 1) {
            return image;
        }
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = fitted.createGraphics();
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }

    @Override
    public void close() {
        file.close();
    }
}
