package org.kanmai.ranking.evaluation.kuairand;

import java.util.List;

/**
 * What is known of a work before anybody watches it; 0 where nothing is.
 *
 * @param uploadDay as the log writes days
 */
public record Work(
        long author,
        String type,
        String uploadType,
        int uploadDay,
        long durationMillis,
        long width,
        long height,
        long music,
        long musicType,
        List<Long> tags) {

    /** What is said of a work that isn't in the file. */
    static final Work UNKNOWN = new Work(0, "", "", 0, 0, 0, 0, 0, 0, List.of());

    public Work {
        tags = List.copyOf(tags);
    }

    /** Returns the first of its tags. */
    public long tag() {
        return tags.isEmpty() ? 0 : tags.getFirst() + 1;
    }
}
