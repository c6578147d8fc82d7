package org.kanmai.distribution;

/**
 * One candidate that may take a position of a page.
 *
 * @param id of the subject; ties of score go to the larger, that is newer, id
 * @param creator of whom a page shows at most so many as its plan allows
 * @param score final score, finite
 * @param reservedWeight weight in the lottery of reserved positions; 0 when it has no claim to one
 */
public record Option(long id, long creator, double score, double reservedWeight) {
    public Option {
        if (!Double.isFinite(score) || !(reservedWeight >= 0)) {
            throw new IllegalArgumentException("score and weight must be finite: " + score + ", " + reservedWeight);
        }
    }
}
