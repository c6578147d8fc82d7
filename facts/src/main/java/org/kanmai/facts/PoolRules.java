package org.kanmai.facts;

import java.util.List;

/**
 * The rules by which a pool is judged, as numbers: who has them needs no document.
 *
 * @param atEnd whether a verdict falls only when the whole quota was delivered
 * @param alpha probability that evidence ever errs about the work in this pool
 * @param sells whether the work shows something to buy, so that conversions count
 * @param playedMillis watched for at least so long is played
 * @param heldMillis watched for at least so long is held
 * @param completed who reached this part of the film completed it
 * @param maturesMillis what happens later than so long after an exposure does not count
 * @param weights of the outcomes
 */
public record PoolRules(
        boolean atEnd,
        double alpha,
        boolean sells,
        int playedMillis,
        int heldMillis,
        double completed,
        int maturesMillis,
        List<NamedNumber> weights) {
    public PoolRules {
        weights = List.copyOf(weights);
    }
}
