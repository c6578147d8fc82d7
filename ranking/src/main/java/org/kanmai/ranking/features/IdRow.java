package org.kanmai.ranking.features;

import java.util.Arrays;
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

    /** Reads as many as an older layout had; the fields that came later say nothing. */
    static long[] read(LayoutReader in, int then, int now) {
        return Arrays.copyOf(read(in, then), now);
    }

    static long[] readUpTo(LayoutReader in, int most) {
        long[] ids = new long[in.size(most)];
        for (int at = 0; at < ids.length; at++) {
            ids[at] = in.number();
        }
        return ids;
    }

    /** Reads the number of a layout; one older than the oldest has other fields, and is none that can be learned from. */
    static int layout(LayoutReader in, int oldest, int newest) {
        int layout = in.layout(newest);
        if (layout < oldest) {
            throw new IllegalArgumentException("layout " + layout + ", the oldest is " + oldest);
        }
        return layout;
    }
}
