package io.fumikura.read.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Which optional content (ISO 32000-1, 8.11) is switched off when the file is opened. */
final class Layers {

    private final Set<COSBase> off = Collections.newSetFromMap(new IdentityHashMap<>());

    Layers(PDDocument document) {
        COSDictionary all = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        COSDictionary state = all == null ? null : all.getCOSDictionary(COSName.D);
        if (state == null) {
            return;
        }
        if (COSName.OFF.equals(state.getCOSName(COSName.BASE_STATE))) {
            add(all.getCOSArray(COSName.OCGS));
            COSArray on = state.getCOSArray(COSName.ON);
            for (int i = 0; on != null && i < on.size(); i++) {
                off.remove(on.getObject(i));
            }
        }
        add(state.getCOSArray(COSName.OFF));
    }

    private void add(@Nullable COSArray groups) {
        for (int i = 0; groups != null && i < groups.size(); i++) {
            off.add(groups.getObject(i));
        }
    }

    /** @param content a group, or a membership dictionary, which shows its content when any of its groups is on */
    boolean hides(@Nullable COSDictionary content) {
        if (content == null || off.isEmpty()) {
            return false;
        }
        COSBase groups = content.getDictionaryObject(COSName.OCGS);
        if (groups instanceof COSArray several && several.size() > 0) {
            for (int i = 0; i < several.size(); i++) {
                if (!off.contains(several.getObject(i))) {
                    return false;
                }
            }
            return true;
        }
        return off.contains(groups == null ? content : groups);
    }
}
