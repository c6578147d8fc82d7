package org.kanmai.ranking.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a network may take the place of the former, judged by examples that neither has learned. */
public final class Gate {
    private static final double MOST_LOSS = 1.1;
    /** In nats an example: of what hardly ever happens one more case is no sign of a worse network. */
    private static final double SLACK = 0.02;

    private static final double LEAST_CALIBRATION = 0.8;
    private static final double MOST_CALIBRATION = 1.25;
    private static final int ENOUGH_LABELS = 100;
    private static final int ENOUGH_POSITIVES = 50;
    private static final double LEAST_PROBABILITY = 1e-7;

    private Gate() {}

    /**
     * Returns why the network may not: numbers that are none, a log-loss more than a tenth and 0.02 above the former's, or a mean
     * far from what was observed, where there are labels enough to say so. Nothing speaks against it if there is no reason.
     */
    public static List<String> reasonsAgainst(Network next, Optional<Network> former, List<Example> held) {
        var reasons = new ArrayList<String>();
        if (!next.isFinite()) {
            reasons.add("some of its weights are not finite");
            return reasons;
        }
        var before =
                former.filter(network -> network.shape().equals(next.shape())).map(network -> judge(network, held));
        var tasks = judge(next, held);
        for (int task = 0; task < tasks.size(); task++) {
            int place = task;
            tasks.get(task).addReasons(next.shape().tasks().get(task), before.map(each -> each.get(place)), reasons);
        }
        return reasons;
    }

    private static List<Task> judge(Network network, List<Example> held) {
        var tasks = new ArrayList<Task>();
        network.shape().tasks().forEach(name -> tasks.add(new Task()));
        for (var example : held) {
            var candidate = new Candidate(example.item(), example.cross());
            float[] told = network.score(example.viewer(), example.history(), List.of(candidate))[0];
            for (int task = 0; task < told.length; task++) {
                tasks.get(task).add(told[task], example.label(task));
            }
        }
        return tasks;
    }

    /** What a network told of one task beside what was observed. */
    private static final class Task {
        private int labels;
        private double positives;
        private double told;
        private double loss;

        void add(double probability, double label) {
            if (Double.isNaN(label)) {
                return;
            }
            double inside = Math.clamp(probability, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY);
            labels++;
            positives += label;
            told += probability;
            loss -= label * Math.log(inside) + (1 - label) * Math.log(1 - inside);
        }

        void addReasons(String name, Optional<Task> before, List<String> reasons) {
            if (!Double.isFinite(told)) {
                reasons.add("it tells no finite probability of " + name);
                return;
            }
            if (labels >= ENOUGH_LABELS
                    && before.isPresent()
                    && loss > MOST_LOSS * before.get().loss + SLACK * labels) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "its log-loss of %s is %.4f over %d examples, the former's %.4f",
                        name,
                        loss / labels,
                        labels,
                        before.get().loss / labels));
            }
            double calibration = told / positives;
            if (positives >= ENOUGH_POSITIVES && (calibration < LEAST_CALIBRATION || calibration > MOST_CALIBRATION)) {
                reasons.add(String.format(
                        Locale.ROOT, "it tells %.2f times as much %s as was observed", calibration, name));
            }
        }
    }
}
