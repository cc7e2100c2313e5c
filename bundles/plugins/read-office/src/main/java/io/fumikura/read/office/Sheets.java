package io.fumikura.read.office;

import io.fumikura.document.spi.ContentReader.PageSink;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;

/** Cells of Excel files: a page per sheet, a line per row, tabs between cells; a very long sheet goes on on further pages. */
final class Sheets {

    private static final int MOST_CHARACTERS = 200_000;

    private final PageSink sink;
    private int number;
    private PageText.Builder page;
    private boolean rowHasCells;

    Sheets(PageSink sink) {
        this.sink = sink;
        page = next();
    }

    private PageText.Builder next() {
        return PageText.builder(++number, 0, 0, TextSource.CELL);
    }

    void readOld(Path path) throws Exception {
        try (var files = new POIFSFileSystem(path.toFile(), true);
                var book = new HSSFWorkbook(files)) {
            var format = new DataFormatter();
            format.setUseCachedValuesForFormulaCells(true);
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cell(format.formatCellValue(cell));
                    }
                    endRow();
                }
                endSheet();
            }
            if (book.getNumberOfSheets() == 0) {
                endSheet();
            }
        } catch (OldExcelFormatException e) {
            readVeryOld(path);
        }
    }

    /** Excel 5 and 95: text only, a line per cell. */
    private void readVeryOld(Path path) throws Exception {
        try (var extractor = new OldExcelExtractor(path.toFile())) {
            for (String line : extractor.getText().split("\\R")) {
                cell(line);
                endRow();
            }
            endSheet();
        }
    }

    /** Streams the sheets, so that memory does not grow with them. */
    void readNew(Path path) throws Exception {
        try (var opc = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(opc);
            var strings = new ReadOnlySharedStringsTable(opc);
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                endSheet();
            }
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), strings, new Rows(), new DataFormatter(), false));
                    parser.parse(new InputSource(sheet));
                } catch (Wrapped e) {
                    throw unwrapped(e);
                }
                endSheet();
            }
        }
    }

    private void cell(String value) {
        if (!value.isEmpty()) {
            if (rowHasCells) {
                page.tab();
            }
            page.append(value.replaceAll("\\R", " "), Box.NONE);
            rowHasCells = true;
        }
    }

    private void endRow() throws DocumentException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("reading of a sheet");
        }
        if (rowHasCells) {
            page.newLine();
        }
        rowHasCells = false;
        if (page.length() > MOST_CHARACTERS) {
            endSheet();
        }
    }

    private void endSheet() throws DocumentException {
        sink.page(page.build());
        page = next();
    }

    /** Carries our exceptions through the XML parser. */
    private static final class Wrapped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrapped(Exception cause) {
            super(cause);
        }
    }

    private final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {
            rowHasCells = false;
        }

        @Override
        public void endRow(int row) {
            try {
                Sheets.this.endRow();
            } catch (DocumentException | InterruptedException e) {
                throw new Wrapped(e);
            }
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            if (value != null) {
                Sheets.this.cell(value);
            }
        }
    }

    /** What the sink or the interrupt said, if that is what stopped the parser. */
    private static Exception unwrapped(Wrapped e) {
        return e.getCause() instanceof Exception cause ? cause : e;
    }
}
