package io.fumikura.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** The streams that a page is made of: its content together, forms, fonts and patterns each for itself. Images are left to who draws them. */
final class PageStreams {

    /** Ways from a page back to others. */
    private static final Set<COSName> AWAY = Set.of(
            COSName.PARENT, COSName.P, COSName.DEST, COSName.A, COSName.AA, COSName.getPDFName("StructTreeRoot"));

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    void check(PDPage page) throws DocumentException {
        COSDictionary dictionary = page.getCOSObject();
        measure(content(dictionary));
        PDResources resources = page.getResources();
        if (resources != null) {
            walk(resources.getCOSObject());
        }
        COSArray annotations = dictionary.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                walk(annotation.getDictionaryObject(COSName.AP));
            }
        }
    }

    /** Commands and fonts that are packed as pictures are none, but may unpack to gigabytes of pixels: they are emptied. */
    private static void measure(List<COSStream> streams) throws DocumentException {
        for (COSStream stream : streams) {
            if (Unpacking.isPicture(stream)) {
                empty(stream);
            }
        }
        new Unpacking(Unpacking.MOST).add(streams);
    }

    private static void empty(COSStream stream) throws DocumentException {
        try (OutputStream nothing = stream.createOutputStream()) {
            nothing.flush();
        } catch (IOException e) {
            throw new DocumentException(Reason.CORRUPT, "The PDF is damaged and cannot be opened.", e);
        }
    }

    private static List<COSStream> content(COSDictionary page) {
        var streams = new ArrayList<COSStream>();
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSStream stream) {
            streams.add(stream);
        } else if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSStream stream) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    /** Each object once per document, because pages share most of them. */
    private void walk(@Nullable COSBase start) throws DocumentException {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, start);
        while (!open.isEmpty()) {
            COSBase node = open.pop();
            if (node instanceof COSStream stream) {
                if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    continue;
                }
                measure(List.of(stream));
            }
            if (node instanceof COSDictionary dictionary) {
                for (var entry : dictionary.entrySet()) {
                    if (!AWAY.contains(entry.getKey())) {
                        push(open, entry.getValue());
                    }
                }
            } else if (node instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    push(open, array.get(i));
                }
            }
        }
    }

    private void push(Deque<COSBase> open, @Nullable COSBase value) {
        COSBase node = value instanceof COSObject reference ? reference.getObject() : value;
        if ((node instanceof COSDictionary || node instanceof COSArray) && seen.add(node)) {
            open.push(node);
        }
    }
}
