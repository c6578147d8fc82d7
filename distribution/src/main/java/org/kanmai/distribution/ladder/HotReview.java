package org.kanmai.distribution.ladder;

/**
 * What a person decided about a work that data let through, on record.
 *
 * @param review id of the record
 * @param reviewer id of the person
 */
public record HotReview(long review, long reviewer, long work, Answer answer) {
    /** What the reviewer says. */
    public enum Answer {
        LET_GO,
        REFUSE
    }

    public HotReview {
        if (review <= 0 || reviewer <= 0) {
            throw new IllegalArgumentException("a review has a record and a reviewer: " + review + ", " + reviewer);
        }
    }
}
