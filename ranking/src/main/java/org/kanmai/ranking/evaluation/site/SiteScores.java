package org.kanmai.ranking.evaluation.site;

import java.util.HashMap;
import java.util.List;
import java.util.function.LongConsumer;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.learning.LoggedExposure;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.ranking.network.Trainer;

/** What each of the contenders says of the tested exposures. */
final class SiteScores {
    private static final int BATCH = 256;
    private static final double DOUBT = 20;

    private SiteScores() {}

    /** Learns a site's network from exposures in the order of time, and tells after each batch how many it has learned. */
    static Network learn(List<LoggedExposure> learned, int passes, LongConsumer told) {
        var trainer = new Trainer(SiteShape.shape(), NetworkSettings.usual());
        for (int pass = 0; pass < passes; pass++) {
            for (int from = 0; from < learned.size(); from += BATCH) {
                trainer.learn(learned.subList(from, Math.min(learned.size(), from + BATCH)).stream()
                        .map(LoggedExposure::example)
                        .toList());
                told.accept(trainer.learned());
            }
        }
        return trainer.publish();
    }

    /** Returns a network's probabilities by head. */
    static double[][] network(Network network, List<LoggedExposure> tested) {
        var scores = new double[Head.COUNT][tested.size()];
        for (int place = 0; place < tested.size(); place++) {
            float[] told = tested.get(place).scored(network);
            for (int head = 0; head < told.length; head++) {
                scores[head][place] = told[head];
            }
        }
        return scores;
    }

    /** Returns the scores as they were when the pages were served. */
    static double[] served(List<LoggedExposure> tested) {
        return tested.stream().mapToDouble(SiteScores::served).toArray();
    }

    private static double served(LoggedExposure each) {
        double score = each.score();
        if (!Double.isFinite(score)) {
            throw new UnusableFacts(
                    "exposure " + each.exposure() + ": its score is no number", "曝光 " + each.exposure() + "：分数不是数字");
        }
        return score;
    }

    /** Returns each work's mean label among the learned ones, drawn towards that of all. */
    static double[] popularity(SiteSplit split, Head head) {
        var shown = new HashMap<Long, Integer>();
        var done = new HashMap<Long, Double>();
        double sum = 0;
        int labels = 0;
        for (var each : split.learned()) {
            double label = each.label(head);
            if (!Double.isNaN(label)) {
                shown.merge(each.work(), 1, Integer::sum);
                done.merge(each.work(), label, Double::sum);
                sum += label;
                labels++;
            }
        }
        double usual = labels == 0 ? 0.5 : sum / labels;
        return split.tested().stream()
                .mapToLong(LoggedExposure::work)
                .mapToDouble(
                        work -> (done.getOrDefault(work, 0.0) + DOUBT * usual) / (shown.getOrDefault(work, 0) + DOUBT))
                .toArray();
    }
}
