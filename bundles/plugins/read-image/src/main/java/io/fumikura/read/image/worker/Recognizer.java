package io.fumikura.read.image.worker;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;

/**
 * Tesseract with its languages loaded once. Japanese is tried first, as its model knows Latin letters and digits too; a page with
 * hardly a Japanese character is read again with the English model, a page of vertical lines with the vertical one. In a document
 * whose other pages are English it is the other way round.
 */
final class Recognizer implements AutoCloseable {

    static final String ENGLISH = "eng";
    private static final String JAPANESE = "jpn";
    private static final String VERTICAL = "jpn_vert";

    private final TessAPI api = TessAPI.INSTANCE;
    private final Path data;
    private final Map<String, TessBaseAPI> handles = new HashMap<>();

    Recognizer(Path data) {
        this.data = data;
    }

    /** @param expectEnglish whether other pages of the document are English: then English is tried first, and is enough when it is clear */
    Recognized recognize(GrayImage image, boolean expectEnglish) {
        if (has(VERTICAL) && image.looksVertical()) {
            Recognized vertical = read(image, VERTICAL, TessPageSegMode.PSM_SINGLE_BLOCK_VERT_TEXT);
            if (vertical.confidence() > 70 && vertical.symbols().size() > 20) {
                return vertical;
            }
        }
        if (!has(JAPANESE)) {
            return read(image, ENGLISH, TessPageSegMode.PSM_AUTO);
        }
        if (expectEnglish && has(ENGLISH)) {
            Recognized english = read(image, ENGLISH, TessPageSegMode.PSM_AUTO);
            return english.script() == Script.ENGLISH ? english : better(read(image, JAPANESE, TessPageSegMode.PSM_AUTO), english);
        }
        Recognized japanese = read(image, JAPANESE, TessPageSegMode.PSM_AUTO);
        boolean ask = has(ENGLISH) && mayBeEnglish(japanese);
        return ask ? better(japanese, read(image, ENGLISH, TessPageSegMode.PSM_AUTO)) : japanese;
    }

    private static boolean mayBeEnglish(Recognized japanese) {
        return japanese.japanese() < 0.5;
    }

    private static Recognized better(Recognized japanese, Recognized english) {
        if (!mayBeEnglish(japanese)) {
            return japanese;
        }
        // Ornaments and smudges of an English page become kana, so that a fifth of its letters may seem Japanese.
        double lead = japanese.japanese() < 0.2 ? 0 : 1;
        return english.confidence() > japanese.confidence() + lead || japanese.japanese() < 0.05 ? english : japanese;
    }

    private boolean has(String language) {
        return Files.exists(data.resolve(language + ".traineddata"));
    }

    private Recognized read(GrayImage image, String language, int segmentation) {
        TessBaseAPI handle = handles.computeIfAbsent(language, this::load);
        ByteBuffer pixels = image.pixels();
        api.TessBaseAPISetPageSegMode(handle, segmentation);
        api.TessBaseAPISetImage(handle, pixels, image.width(), image.height(), 1, image.width());
        api.TessBaseAPISetSourceResolution(handle, image.resolution());
        try {
            if (api.TessBaseAPIRecognize(handle, null) != 0) {
                throw new IllegalStateException("Tesseract could not recognise the image.");
            }
            boolean vertical = segmentation == TessPageSegMode.PSM_SINGLE_BLOCK_VERT_TEXT;
            return new Recognized(symbols(handle), language, vertical);
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    private TessBaseAPI load(String language) {
        TessBaseAPI handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit3(handle, data.toString(), language) != 0) {
            api.TessBaseAPIDelete(handle);
            throw new IllegalStateException("The trained data for " + language + " can't be loaded.");
        }
        return handle;
    }

    private List<Symbol> symbols(TessBaseAPI handle) {
        var symbols = new ArrayList<Symbol>();
        TessResultIterator results = api.TessBaseAPIGetIterator(handle);
        if (results == null) {
            return symbols;
        }
        TessPageIterator pages = api.TessResultIteratorGetPageIterator(results);
        int level = TessPageIteratorLevel.RIL_SYMBOL;
        IntBuffer left = IntBuffer.allocate(1);
        IntBuffer top = IntBuffer.allocate(1);
        IntBuffer right = IntBuffer.allocate(1);
        IntBuffer bottom = IntBuffer.allocate(1);
        do {
            Pointer text = api.TessResultIteratorGetUTF8Text(results, level);
            if (text == null) {
                continue;
            }
            String characters = text.getString(0, "UTF-8");
            api.TessDeleteText(text);
            api.TessPageIteratorBoundingBox(pages, level, left, top, right, bottom);
            if (!characters.isBlank()) {
                symbols.add(new Symbol(
                        characters,
                        api.TessResultIteratorConfidence(results, level),
                        left.get(0),
                        top.get(0),
                        right.get(0),
                        bottom.get(0),
                        api.TessPageIteratorIsAtBeginningOf(pages, TessPageIteratorLevel.RIL_TEXTLINE) != 0,
                        api.TessPageIteratorIsAtBeginningOf(pages, TessPageIteratorLevel.RIL_WORD) != 0));
            }
        } while (api.TessResultIteratorNext(results, level) != 0);
        api.TessResultIteratorDelete(results);
        return symbols;
    }

    @Override
    public void close() {
        handles.values().forEach(handle -> {
            api.TessBaseAPIEnd(handle);
            api.TessBaseAPIDelete(handle);
        });
    }
}
