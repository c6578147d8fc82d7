package org.kanmai.simulator.town.feeds;

import java.util.Arrays;
import org.kanmai.distribution.policy.RankingRule;
import org.kanmai.simulator.town.world.Town;

/**
 * Orders works by how far their outcomes exceed what is usual for their length in the same cells, drawn towards what the creator's
 * earlier works were, and by taste.
 *
 * <p>Each yes beyond the usual says as much about a work as its outcome differs between works, in log-odds; a work that is one standard
 * deviation better has so many more.
 */
final class ScoreRanking implements Ranking {
    /** Of play, completion, like, comment and share, as KuaiRand-Pure has them. */
    private static final double[] DIFFERS = {0.46, 0.65, 0.88, 1.46, 1.39};

    private static final RankingRule FIRST = new RankingRule(0.45, 0.30, 0.15, 0.10, 0.15);
    private static final double UNKNOWN = 1;
    private static final double ALIKE = 0.36;
    /** What is known of a taste, in log-odds, counts less than it tells, so that the best works reach most people. */
    private static final double TASTE = 0.37;

    private final Town town;
    private final double interest;
    private final double[] weights = new double[DIFFERS.length];
    private final Usual usual = new Usual();
    private double[] points = new double[1024];
    private double[] information = new double[1024];
    private final double[] before;
    private double[] sums;
    private int[] counts;
    private int summed = -1;

    /** Takes what completion, liking and interest count; the first policy's weights are those that tell the most. */
    ScoreRanking(Town town, RankingRule rule) {
        this.town = town;
        interest = rule.interest() / FIRST.interest();
        for (int outcome = 0; outcome < weights.length; outcome++) {
            double weight = outcome < 2 ? rule.completion() / FIRST.completion() : rule.liking() / FIRST.liking();
            weights[outcome] = weight * DIFFERS[outcome];
        }
        before = new double[town.creators().size()];
        sums = new double[before.length];
        counts = new int[before.length];
    }

    @Override
    public void published(int work) {
        if (work >= points.length) {
            points = Arrays.copyOf(points, 2 * work);
            information = Arrays.copyOf(information, 2 * work);
        }
    }

    @Override
    public void shown(int work, int cell, int outcomes) {
        int length = town.works().length(work);
        for (int outcome = 0; outcome < weights.length; outcome++) {
            double rate = usual.rate(outcome, length, cell);
            points[work] += weights[outcome] * ((outcomes >> outcome & 1) - rate);
            information[work] += weights[outcome] * DIFFERS[outcome] * rate * (1 - rate);
        }
        usual.count(length, cell, outcomes);
    }

    @Override
    public double value(int work, int hour) {
        if (summed != hour) {
            summed = hour;
            sumCreators();
        }
        return estimate(work, before[town.works().creator(work)]);
    }

    private double estimate(int work, double expected) {
        return (points[work] + UNKNOWN * expected) / (information[work] + UNKNOWN);
    }

    /** What works of one creator have in common: the best linear guess from those that were seen enough. */
    private void sumCreators() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int work = 0; work < town.works().size(); work++) {
            if (information[work] > UNKNOWN) {
                sums[town.works().creator(work)] += estimate(work, 0);
                counts[town.works().creator(work)]++;
            }
        }
        for (int creator = 0; creator < before.length; creator++) {
            before[creator] = ALIKE * sums[creator] / (1 + ALIKE * (counts[creator] - 1.0));
        }
    }

    @Override
    public double fit(int viewer, int vertical) {
        return interest * TASTE * town.viewers().knownTaste(viewer, vertical);
    }

    @Override
    public double evenly() {
        return 0;
    }
}
