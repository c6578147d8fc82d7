package org.kanmai.ranking.recall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The part of a tower that reads what words say: a matrix that turns the mean of some directions into a vector, learned by Adagrad.
 * Works of which nothing is said add nothing. What all works have in common is taken out first, since it tells none from another.
 */
final class MeaningTower {
    private static final double TINY = 1e-8;

    private final Map<Long, float[]> meanings;
    private final int length;
    private final float[][] rows;
    private final float[] squares;

    /** Begins with small random numbers; takes centred directions of one length. */
    MeaningTower(Map<Long, float[]> centred, int size, SplittableRandom random) {
        meanings = centred;
        length = centred.values().stream().findAny().map(each -> each.length).orElse(0);
        rows = new float[size][length];
        squares = new float[size];
        for (var row : rows) {
            for (int at = 0; at < length; at++) {
                row[at] = (float) (0.1 * random.nextGaussian());
            }
        }
    }

    /** Returns directions of length 1 without what is common to them; one that is nothing without that is left out. */
    static Map<Long, float[]> centred(Map<Long, float[]> meanings) {
        var centred = new HashMap<Long, float[]>();
        if (meanings.isEmpty()) {
            return centred;
        }
        var mean = new float[meanings.values().iterator().next().length];
        meanings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> Vectors.add(mean, each.getValue(), 1.0 / meanings.size()));
        meanings.forEach((work, meaning) -> {
            var own = meaning.clone();
            Vectors.add(own, mean, -1);
            double size = Math.sqrt(Vectors.dot(own, own));
            if (Double.isFinite(size) && size > 1e-6) {
                var unit = new float[own.length];
                Vectors.add(unit, own, 1 / size);
                centred.put(work, unit);
            }
        });
        return centred;
    }

    /** Adds what the works say to a vector. */
    void add(float[] to, List<Long> works) {
        var said = said(works);
        for (int row = 0; row < rows.length; row++) {
            to[row] += (float) Vectors.dot(rows[row], said);
        }
    }

    /** Follows a slope of the vector down. */
    void descend(float[] slope, List<Long> works, double rate) {
        var said = said(works);
        double size = Vectors.dot(said, said);
        if (size == 0) {
            return;
        }
        for (int row = 0; row < rows.length; row++) {
            squares[row] += (float) (slope[row] * slope[row] * size / length);
            Vectors.add(rows[row], said, -rate * slope[row] / (Math.sqrt(squares[row]) + TINY));
        }
    }

    private float[] said(List<Long> works) {
        var said = new float[length];
        for (long work : works) {
            var meaning = meanings.get(work);
            if (meaning != null) {
                Vectors.add(said, meaning, 1.0 / works.size());
            }
        }
        return said;
    }
}
