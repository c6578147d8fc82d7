package org.kanmai.ranking.evaluation.interactions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kanmai.ranking.evaluation.metrics.Ndcg;
import org.kanmai.ranking.evaluation.metrics.PairedBootstrap;

/**
 * At which place a contender put what was right in each question, counted from 0; equal scores count as higher.
 *
 * <p>Its intervals hold 95 of 100 means when users are drawn anew.
 */
public record Answers(List<Integer> places) {
    private static final int FIRST = 10;
    private static final int ASKED_AT_ONCE = 256;
    private static final int ROUNDS = 1_000;
    private static final long SEED = 11;

    public Answers {
        places = List.copyOf(places);
    }

    /** Asks a contender all questions. */
    public static Answers of(Contender contender, List<Question> questions) {
        var places = new ArrayList<Integer>();
        for (int from = 0; from < questions.size(); from += ASKED_AT_ONCE) {
            var part = questions.subList(from, Math.min(questions.size(), from + ASKED_AT_ONCE));
            contender.scores(part).forEach(scores -> places.add(place(scores)));
        }
        return new Answers(places);
    }

    private static int place(float[] scores) {
        int place = 0;
        for (int each = 1; each < scores.length; each++) {
            place += scores[each] < scores[0] ? 0 : 1;
        }
        return place;
    }

    /** Returns in which share of questions what was right was among the first ten. */
    public PairedBootstrap hitRate() {
        return interval(this::hit, place -> 0);
    }

    /** Returns the mean discounted gain of what was right among the first ten. */
    public PairedBootstrap ndcg() {
        return interval(this::gain, place -> 0);
    }

    /** Returns by how much this hit more often than another, asked the same. */
    public PairedBootstrap hitRateAbove(Answers other) {
        return interval(this::hit, other::hit);
    }

    /** Returns by how much this gained more than another, asked the same. */
    public PairedBootstrap ndcgAbove(Answers other) {
        return interval(this::gain, other::gain);
    }

    /** Returns the mean discounted gain alone, at once. */
    public double meanNdcg() {
        return IntStream.range(0, places.size())
                .mapToDouble(this::gain)
                .average()
                .orElse(0);
    }

    private PairedBootstrap interval(IntToDoubleFunction ours, IntToDoubleFunction theirs) {
        var pairs = IntStream.range(0, places.size())
                .mapToObj(each -> new PairedBootstrap.Pair(ours.applyAsDouble(each), theirs.applyAsDouble(each), 1))
                .toList();
        return PairedBootstrap.of(pairs, ROUNDS, SEED);
    }

    private double hit(int question) {
        return places.get(question) < FIRST ? 1 : 0;
    }

    private double gain(int question) {
        return Ndcg.ofPlace(places.get(question), FIRST);
    }
}
