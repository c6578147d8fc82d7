package org.kanmai.ranking.features;

import java.util.Arrays;
import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.network.Candidate;
import org.kanmai.ranking.network.Shape;

/** What the network of a site is told, and how it is told of a viewer and of works. */
public final class SiteShape {
    /** Watches below this part of a work's length don't say that it was liked. */
    private static final int WATCHED_PERCENT = 50;

    private static final Shape SHAPE = new Shape(
            names(ViewerField.values()),
            names(ItemField.values()),
            names(CrossField.values()),
            RecentWatches.WORKS,
            names(Head.values()));

    private SiteShape() {}

    /** Returns the shape of a site's network. */
    public static Shape shape() {
        return SHAPE;
    }

    private static List<String> names(Code[] fields) {
        return Arrays.stream(fields).map(Code::code).toList();
    }

    /** Returns the ids of a viewer and a moment. */
    public static ViewerIds viewer(Audience audience) {
        var fields = ViewerField.values();
        long[] ids = new long[fields.length];
        for (int at = 0; at < ids.length; at++) {
            ids[at] = fields[at].id(audience);
        }
        return new ViewerIds(ids, history(audience.watches()));
    }

    private static long[] history(RecentWatches watches) {
        return watches.entries().stream()
                .filter(entry -> entry.percent() >= WATCHED_PERCENT)
                .mapToLong(entry -> FieldId.of(entry.work().value()))
                .toArray();
    }

    /** Returns the ids of nobody at no time. */
    public static ViewerIds nobody() {
        return new ViewerIds(new long[ViewerField.values().length], new long[0]);
    }

    /** Returns a work of which nothing is known. */
    public static Candidate nothing() {
        return new Candidate(new long[ItemField.values().length], new long[CrossField.values().length]);
    }

    /** Returns the ids of a work alone; they can be kept as long as its words are the same. */
    public static long[] item(Item item) {
        var fields = ItemField.values();
        long[] ids = new long[fields.length];
        for (int at = 0; at < ids.length; at++) {
            ids[at] = fields[at].id(item);
        }
        return ids;
    }

    /** Returns the ids of a viewer and a work together. */
    public static long[] cross(Meeting meeting) {
        var fields = CrossField.values();
        long[] ids = new long[fields.length];
        for (int at = 0; at < ids.length; at++) {
            ids[at] = fields[at].id(meeting);
        }
        return ids;
    }

    /** Returns a work to be scored for a viewer. */
    public static Candidate candidate(Meeting meeting) {
        return new Candidate(item(meeting.item()), cross(meeting));
    }
}
