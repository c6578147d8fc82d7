package org.kanmai.ranking.evaluation;

import java.util.Arrays;
import java.util.List;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.Impression;
import org.kanmai.ranking.evaluation.metrics.Auc;
import org.kanmai.ranking.evaluation.metrics.CalibrationError;
import org.kanmai.ranking.evaluation.metrics.GroupedAuc;
import org.kanmai.ranking.evaluation.metrics.LogLoss;
import org.kanmai.ranking.evaluation.metrics.Ndcg;

/** What one model said of some impressions, for one task, and how good that was. */
public final class Outcome {
    private static final int BINS = 15;
    private static final int FIRST = 10;

    private final long[] viewers;
    private final double[] scores;
    private final boolean[] positives;

    /** Takes a score for each of the impressions. */
    public Outcome(List<Impression> impressions, Task task, double[] scores) {
        viewers =
                impressions.stream().mapToLong(each -> each.exposure().viewer()).toArray();
        this.scores = Arrays.copyOf(scores, scores.length);
        positives = new boolean[scores.length];
        for (int place = 0; place < positives.length; place++) {
            positives[place] = impressions.get(place).exposure().did(task);
        }
    }

    /** Returns the area within viewers. */
    public GroupedAuc grouped() {
        return GroupedAuc.of(viewers, scores, positives);
    }

    /** Returns the mean area within viewers, one half where there is none. */
    public double gauc() {
        return grouped().mean().orElse(0.5);
    }

    /** Returns the area over all, one half where there is none. */
    public double auc() {
        return Auc.of(scores, positives).orElse(0.5);
    }

    /** Returns the mean discounted gain of the first ten of each viewer. */
    public double ndcg() {
        return Ndcg.mean(viewers, scores, positives, FIRST).orElse(0);
    }

    /** Returns the log-loss, for scores that are probabilities. */
    public double logLoss() {
        return LogLoss.of(scores, positives);
    }

    /** Returns the calibration error over 15 bins, for scores that are probabilities. */
    public double calibrationError() {
        return CalibrationError.of(scores, positives, BINS);
    }
}
