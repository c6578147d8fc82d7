package org.kanmai.ranking.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kanmai.ranking.evaluation.metrics.Auc;
import org.kanmai.ranking.evaluation.metrics.LogLoss;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.network.Candidate;
import org.kanmai.ranking.network.Network;

/**
 * What a network tells of one head, beside what was observed in examples that it has not learned.
 *
 * @param labels how many examples say something of it
 * @param positives how many say yes; of shares of a time, at least a half
 * @param told the mean of what it tells
 * @param observed the mean of what was observed
 * @param logLoss in nats; 0 where there is no label
 * @param auc absent where only one class was observed
 */
public record Judgement(
        Head head, int labels, int positives, double told, double observed, double logLoss, OptionalDouble auc) {

    /** Judges a network by head. */
    static List<Judgement> of(Network network, List<Labelled> held) {
        var told = new float[held.size()][];
        for (int at = 0; at < told.length; at++) {
            var each = held.get(at);
            var candidate = new Candidate(each.item().item(), each.item().cross());
            told[at] = network.score(each.viewer().fields(), each.viewer().history(), List.of(candidate))[0];
        }
        var judgements = new ArrayList<Judgement>();
        for (var head : Head.values()) {
            judgements.add(of(head, told, held));
        }
        return judgements;
    }

    private static Judgement of(Head head, float[][] told, List<Labelled> held) {
        var known = new ArrayList<Integer>();
        for (int at = 0; at < told.length; at++) {
            if (held.get(at).labels().isKnown(head)) {
                known.add(at);
            }
        }
        double[] probabilities = new double[known.size()];
        boolean[] positives = new boolean[known.size()];
        double observed = 0;
        double sum = 0;
        int yes = 0;
        for (int at = 0; at < probabilities.length; at++) {
            double label = held.get(known.get(at)).labels().all()[head.number()];
            probabilities[at] = told[known.get(at)][head.number()];
            positives[at] = label >= 0.5;
            observed += label;
            sum += probabilities[at];
            yes += positives[at] ? 1 : 0;
        }
        int labels = probabilities.length;
        return new Judgement(
                head,
                labels,
                yes,
                labels == 0 ? 0 : sum / labels,
                labels == 0 ? 0 : observed / labels,
                labels == 0 ? 0 : LogLoss.of(probabilities, positives),
                Auc.of(probabilities, positives));
    }
}
