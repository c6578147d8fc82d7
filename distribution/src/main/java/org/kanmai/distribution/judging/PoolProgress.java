package org.kanmai.distribution.judging;

/**
 * How far the work in a pool has come, as its judge counts.
 *
 * @param opening id of the fact that opened the pool
 * @param units persons to whom it was shown
 * @param mature those whose outcomes are final
 * @param due id of the last {@link org.kanmai.facts.PoolDue} that was read; 0 for none
 */
public record PoolProgress(long opening, int units, int mature, long due) {}
