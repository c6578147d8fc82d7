package org.kanmai.ranking.features;

import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

/** How rows of ids lie in a layout. */
final class IdRow {
    private IdRow() {}

    static void write(LayoutWriter out, long[] ids) {
        out.number(ids.length);
        for (long id : ids) {
            out.number(id);
        }
    }

    /** Reads exactly so many. */
    static long[] read(LayoutReader in, int count) {
        long[] ids = readUpTo(in, count);
        if (ids.length != count) {
            throw new IllegalArgumentException(ids.length + " ids where there are " + count + " fields");
        }
        return ids;
    }

    static long[] readUpTo(LayoutReader in, int most) {
        long[] ids = new long[in.size(most)];
        for (int at = 0; at < ids.length; at++) {
            ids[at] = in.number();
        }
        return ids;
    }

    /** An older form has other fields, and is none that can be learned from. */
    static void layout(LayoutReader in, int expected) {
        int layout = in.layout(expected);
        if (layout != expected) {
            throw new IllegalArgumentException("layout " + layout + " where " + expected + " was expected");
        }
    }
}
