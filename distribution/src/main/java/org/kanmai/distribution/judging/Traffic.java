package org.kanmai.distribution.judging;

import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;

/** Where an exposure came from, as far as verdicts ask. */
public enum Traffic {
    /** Chosen by the site: the only one that verdicts know. */
    NATURAL,
    /** Paid for; labelled and accounted apart (TD-09). */
    BOUGHT,
    /** Asked for by the viewer: whom they follow, watched again, searched for, or opened by its address. */
    ASKED_FOR;

    /** Returns what an exposure's terms say. */
    public static Traffic of(Terms terms) {
        if (terms.surface() != Surface.FOR_YOU) {
            return terms.source() == Source.BOUGHT ? BOUGHT : ASKED_FOR;
        }
        return switch (terms.source()) {
            case FOLLOWING,
                    FRESH,
                    POPULAR,
                    INTEREST,
                    EXPLORE,
                    POOL,
                    SIMILAR,
                    FRIENDS,
                    NEARBY,
                    TRENDING,
                    CONTENT,
                    GRAPH,
                    SEQUENCE,
                    LIVE -> NATURAL;
            case AGAIN, DIRECT, SEARCH -> ASKED_FOR;
            case BOUGHT -> BOUGHT;
        };
    }
}
