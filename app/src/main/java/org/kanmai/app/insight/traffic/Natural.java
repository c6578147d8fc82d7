package org.kanmai.app.insight.traffic;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.kanmai.facts.Code;
import org.kanmai.facts.Source;

/** Which exposures are natural: nobody paid for them. */
final class Natural {
    private Natural() {}

    /** Returns whether what comes from a source is natural; a new source does not compile before it is said here. */
    static boolean is(Source source) {
        return switch (source) {
            case FOLLOWING,
                    FRESH,
                    POPULAR,
                    INTEREST,
                    EXPLORE,
                    AGAIN,
                    DIRECT,
                    POOL,
                    SEARCH,
                    SIMILAR,
                    FRIENDS,
                    NEARBY,
                    TRENDING,
                    CONTENT,
                    GRAPH,
                    SEQUENCE,
                    LIVE -> true;
            case BOUGHT -> false;
        };
    }

    /** Returns the codes of natural sources as a list of SQL. */
    static String codes() {
        return Arrays.stream(Source.values())
                .filter(Natural::is)
                .map(Code::code)
                .collect(Collectors.joining("', '", "'", "'"));
    }
}
