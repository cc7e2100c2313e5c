package io.fumikura.search.lucene;

import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;

/** Tokens of texts: all overlapping pairs of characters, or each different single character. Characters are code points. */
final class CharacterStream extends TokenStream {

    /** So that no phrase runs from one text into the next. */
    private static final int GAP = 10;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> texts;
    private final boolean pairs;
    private final BitSet seen = new BitSet();
    private int text;
    private int offset;

    private CharacterStream(AttributeSource shared, List<String> texts, boolean pairs) {
        super(shared);
        this.texts = texts;
        this.pairs = pairs;
    }

    /** @param shared used by one stream at a time: a new one for each would cost more than the text */
    static CharacterStream pairs(AttributeSource shared, List<String> texts) {
        return new CharacterStream(shared, texts, true);
    }

    static CharacterStream singles(AttributeSource shared, List<String> texts) {
        return new CharacterStream(shared, texts, false);
    }

    @Override
    public boolean incrementToken() {
        while (text < texts.size()) {
            String characters = texts.get(text);
            int start = offset;
            if (start < characters.length()) {
                int first = characters.codePointAt(start);
                offset = start + Character.charCount(first);
                if (pairs ? offset < characters.length() : !seen.get(first)) {
                    int end = pairs ? characters.offsetByCodePoints(offset, 1) : offset;
                    seen.set(first);
                    emit(characters, start, end);
                    return true;
                }
            } else {
                text++;
                offset = 0;
            }
        }
        return false;
    }

    private void emit(String characters, int start, int end) {
        clearAttributes();
        term.append(characters, start, end);
        increment.setPositionIncrement(start == 0 ? GAP : 1);
    }

    @Override
    public void reset() {
        text = 0;
        offset = 0;
        seen.clear();
    }
}
