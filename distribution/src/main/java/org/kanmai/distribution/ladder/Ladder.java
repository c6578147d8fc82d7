package org.kanmai.distribution.ladder;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;

/** Decides which works go from one pool to the next, by one version of the policy. */
public final class Ladder {
    private static final Comparator<Contender> BEST_FIRST =
            Comparator.comparingDouble(Contender::low).reversed().thenComparingLong(Contender::work);

    private final DistributionPolicy policy;

    /** Applies this version. */
    public Ladder(DistributionPolicy policy) {
        this.policy = policy;
    }

    /** Looks at a work in a pool; a verdict that was reached at a look stands. */
    public Decision decide(int pool, Trial trial, int quota, PoolBar bar, Trade trade) {
        return PoolTerms.of(policy, pool, bar, trade).decide(trial, quota);
    }

    /** Returns the lower bound of a work's score in a pool, in bars: its rank in a round, and what it earns in the next pool. */
    public double low(int pool, Trial trial, PoolBar bar, Trade trade) {
        return PoolTerms.of(policy, pool, bar, trade).low(trial);
    }

    /**
     * Ranks the undecided works of a round: as many as the next pool has places go up, the others end. Ties go to the earlier work.
     *
     * @return each work's verdict, the best first
     */
    public static Map<Long, Verdict> round(List<Contender> contenders, int places) {
        var verdicts = new LinkedHashMap<Long, Verdict>();
        contenders.stream().sorted(BEST_FIRST).forEach(contender -> {
            boolean promoted = verdicts.size() < places;
            verdicts.put(contender.work(), promoted ? Verdict.PROMOTED_BY_RANK : Verdict.STOPPED_BY_RANK);
        });
        return verdicts;
    }

    /** Returns what a promoted work gets in the next pool. */
    public int nextQuota(int pool, double low) {
        return policy.quota(pool + 1, low);
    }

    /**
     * Lets a work go hot that the last pool promoted, if enough different reviewers said so and none of them refused (TD-06).
     *
     * @throws IllegalArgumentException when the last pool did not promote it
     */
    public Optional<HotEntry> hot(long work, Decision last, List<HotReview> reviews) {
        if (!policy.isLast(last.pool()) || !last.verdict().promotes()) {
            throw new IllegalArgumentException("only what the last pool promoted may go hot: " + last);
        }
        boolean refused = reviews.stream()
                .anyMatch(review -> review.work() == work && review.answer() == HotReview.Answer.REFUSE);
        var agreeing = reviews.stream()
                .filter(review -> review.work() == work && review.answer() == HotReview.Answer.LET_GO)
                .toList();
        long reviewers =
                agreeing.stream().mapToLong(HotReview::reviewer).distinct().count();
        if (refused || reviewers < policy.hot().reviewers()) {
            return Optional.empty();
        }
        return Optional.of(new HotEntry(work, policy.hot().quota(), agreeing));
    }
}
