package org.kanmai.ranking.recall;

import java.util.List;

/** A channel of recall: what it gives depends on what it has learned and on the question alone. */
public interface Recall {

    /** Returns works for who liked these, the newest first; at most {@code most}, the best first, none of the liked ones. */
    List<Found> recall(List<Long> liked, int most);

    /** A work and how well it suits; scores of one answer can be compared, those of two channels can't. */
    record Found(long work, double score) {}
}
