package org.kanmai.ranking.features;

import org.kanmai.facts.Binary;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.RecentWatches;

/** The ids of a viewer and a moment, and of the works watched lately with the newest first, as they are logged with a page. */
public final class ViewerIds {
    /** Layout 1 had a viewer's interests, layout 2 fewer fields. */
    static final int LAYOUT = 3;

    private static final int OLDEST = 2;
    private static final int FIELDS_OF_2 = 13;

    private final long[] fields;
    private final long[] history;

    ViewerIds(long[] fields, long[] history) {
        this.fields = fields;
        this.history = history;
    }

    /** Returns the ids by field; not to be changed. */
    public long[] fields() {
        return fields;
    }

    /** Returns the ids of works, the newest first; not to be changed. */
    public long[] history() {
        return history;
    }

    /** Returns the form in which a page is logged. */
    public Binary logged() {
        var out = new LayoutWriter(LAYOUT);
        write(out);
        return Binary.of(out.bytes());
    }

    /** Writes them as a part of a layout. */
    public void write(LayoutWriter out) {
        IdRow.write(out, fields);
        IdRow.write(out, history);
    }

    /** Reads the logged form; throws {@link IllegalArgumentException} for anything else, other layouts too. */
    public static ViewerIds parse(Binary logged) {
        var in = new LayoutReader(logged.bytes());
        int fields = IdRow.layout(in, OLDEST, LAYOUT) == OLDEST ? FIELDS_OF_2 : ViewerField.values().length;
        return read(in, fields);
    }

    /** Reads what {@link #write} wrote. */
    public static ViewerIds read(LayoutReader in) {
        return read(in, ViewerField.values().length);
    }

    private static ViewerIds read(LayoutReader in, int fields) {
        long[] ids = IdRow.read(in, fields, ViewerField.values().length);
        return new ViewerIds(ids, IdRow.readUpTo(in, RecentWatches.WORKS));
    }
}
