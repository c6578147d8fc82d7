package org.kanmai.app.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands pieces of a text to the index. */
final class CutStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<Cut> cuts;
    private Iterator<Cut> left;

    CutStream(List<Cut> cuts) {
        this.cuts = cuts;
        this.left = cuts.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!left.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(left.next().text());
        return true;
    }

    @Override
    public void reset() {
        left = cuts.iterator();
    }
}
