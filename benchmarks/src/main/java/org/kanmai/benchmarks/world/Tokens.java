package org.kanmai.benchmarks.world;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.benchmarks.http.Reply;

/** Finds the item tokens of a page without reading all of its JSON: who sends many requests must not be what is measured. */
public final class Tokens {
    private static final String BEFORE = "\"token\":\"";

    private Tokens() {}

    /** Returns the tokens in the page's order. */
    public static List<String> of(Reply page) {
        var text = page.text();
        var tokens = new ArrayList<String>();
        for (int at = text.indexOf(BEFORE); at >= 0; at = text.indexOf(BEFORE, at)) {
            int begin = at + BEFORE.length();
            at = text.indexOf('"', begin);
            tokens.add(text.substring(begin, at));
        }
        return tokens;
    }
}
