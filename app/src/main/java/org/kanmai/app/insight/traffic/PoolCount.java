package org.kanmai.app.insight.traffic;

/**
 * What became of works in one pool of the ladder, by when it was told.
 *
 * @param pool 1 for the first
 * @param opened works that were let in
 * @param owed exposures that they were promised
 * @param promotedOnEvidence works that went up because evidence said so
 * @param promotedByRank works that went up because a round had places for them
 * @param stoppedOnEvidence works whose way ended because evidence said so
 * @param stoppedByRank works whose way ended because a round had no place left
 * @param enteredRound works that evidence left undecided
 * @param late pools whose deadline passed before all was delivered
 * @param shortfall exposures that were missing then
 */
public record PoolCount(
        int pool,
        long opened,
        long owed,
        long promotedOnEvidence,
        long promotedByRank,
        long stoppedOnEvidence,
        long stoppedByRank,
        long enteredRound,
        long late,
        long shortfall) {}
