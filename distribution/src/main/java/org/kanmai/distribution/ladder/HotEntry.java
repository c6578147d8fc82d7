package org.kanmai.distribution.ladder;

import java.util.List;

/**
 * A work went hot, by these reviews.
 *
 * @param quota units
 */
public record HotEntry(long work, int quota, List<HotReview> reviews) {
    public HotEntry {
        reviews = List.copyOf(reviews);
        if (reviews.isEmpty()
                || reviews.stream().anyMatch(each -> each.work() != work || each.answer() != HotReview.Answer.LET_GO)) {
            throw new IllegalArgumentException("nothing goes hot without a reviewer's recorded yes: " + work);
        }
    }
}
