package org.kanmai.ranking.evaluation.site;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kanmai.ranking.evaluation.metrics.Auc;
import org.kanmai.ranking.evaluation.metrics.CalibrationError;
import org.kanmai.ranking.evaluation.metrics.GroupedAuc;
import org.kanmai.ranking.evaluation.metrics.LogLoss;
import org.kanmai.ranking.evaluation.metrics.Ndcg;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.learning.LoggedExposure;

/** What became of the tested exposures for one head, against which scores are held; a share of a half or more counts as a yes. */
final class HeadOutcome {
    /** Fewer of either kind tell of chance. */
    static final int ENOUGH = 20;

    private static final int BINS = 15;
    private static final int FIRST = 10;

    private final int[] places;
    private final long[] viewers;
    private final double[] shares;
    private final boolean[] positives;

    /** Takes the exposures of which this head's label is known. */
    HeadOutcome(List<LoggedExposure> tested, Head head) {
        places = IntStream.range(0, tested.size())
                .filter(place -> !Float.isNaN(tested.get(place).label(head)))
                .toArray();
        viewers = Arrays.stream(places)
                .mapToLong(place -> tested.get(place).viewer())
                .toArray();
        shares = Arrays.stream(places)
                .mapToDouble(place -> tested.get(place).label(head))
                .toArray();
        positives = new boolean[shares.length];
        for (int at = 0; at < shares.length; at++) {
            positives[at] = shares[at] >= 0.5;
        }
    }

    /**
     * How good scores are.
     *
     * @param logLoss absent, with the calibration error, for scores that are no probabilities
     */
    record Figures(
            OptionalDouble auc,
            OptionalDouble gauc,
            OptionalDouble logLoss,
            OptionalDouble calibrationError,
            OptionalDouble ndcg) {
        /** Nothing was measured. */
        static final Figures NONE = new Figures(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    int labels() {
        return shares.length;
    }

    int positives() {
        return (int)
                IntStream.range(0, positives.length).filter(at -> positives[at]).count();
    }

    boolean isEnough() {
        return Math.min(positives(), labels() - positives()) >= ENOUGH;
    }

    /** Measures probabilities, one for each tested exposure. */
    Figures ofProbabilities(double[] all) {
        var probabilities = picked(all);
        return new Figures(
                Auc.of(probabilities, positives),
                GroupedAuc.of(viewers, probabilities, positives).mean(),
                OptionalDouble.of(LogLoss.of(probabilities, shares)),
                OptionalDouble.of(CalibrationError.of(probabilities, shares, BINS)),
                Ndcg.mean(viewers, probabilities, positives, FIRST));
    }

    /** Measures scores of which the order alone means something, one for each tested exposure. */
    Figures ofScores(double[] all) {
        var scores = picked(all);
        return new Figures(
                Auc.of(scores, positives),
                GroupedAuc.of(viewers, scores, positives).mean(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Ndcg.mean(viewers, scores, positives, FIRST));
    }

    private double[] picked(double[] all) {
        return Arrays.stream(places).mapToDouble(place -> all[place]).toArray();
    }
}
