package io.fumikura.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the page tree without trusting its counts: nodes are taken one at a time, each once, so a loop ends and a tree of a
 * hundred thousand pages costs nothing before its pages are asked for.
 */
public final class PageWalk implements Iterator<PDPage> {

    private static final int DEEPEST = 500;

    private final ResourceCache cache;
    private final Deque<Kids> open = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable COSDictionary next;

    private static final class Kids {
        private final COSArray nodes;
        private int index;

        Kids(COSArray nodes) {
            this.nodes = nodes;
        }
    }

    PageWalk(PDDocument document) {
        cache = document.getResourceCache();
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        if (root != null) {
            enter(root);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !open.isEmpty()) {
            Kids kids = open.peek();
            if (kids.index == kids.nodes.size()) {
                open.pop();
            } else if (kids.nodes.getObject(kids.index++) instanceof COSDictionary node) {
                enter(node);
            }
        }
        return next != null;
    }

    private void enter(COSDictionary node) {
        if (!seen.add(node)) {
            return;
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            if (!COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
                next = node;
            }
        } else if (open.size() < DEEPEST) {
            open.push(new Kids(kids));
        }
    }

    @Override
    public PDPage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var page = new PDPage(next);
        next = null;
        PDResources resources = page.getResources();
        if (resources != null) {
            page.setResources(new PDResources(resources.getCOSObject(), cache)); // fonts and the like are shared
        }
        return page;
    }
}
