package org.kanmai.distribution.ladder;

/**
 * A work in the round of its cohort.
 *
 * @param work id; the smaller is the earlier
 * @param low lower bound of its score, in bars
 */
public record Contender(long work, double low) {}
