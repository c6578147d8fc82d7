package org.kanmai.ranking.sequence;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Binary cross-entropy of the next item and one other that is drawn for each place, as in the paper of SASRec. */
final class OwnNegative implements Loss {
    private final int width;
    private final Kernels kernels;

    OwnNegative(int width, Kernels kernels) {
        this.width = width;
        this.kernels = kernels;
    }

    @Override
    public double measure(Pack pack, float[] out, ItemTable items, SplittableRandom random, float[] outward) {
        Arrays.fill(outward, 0, pack.tokens() * width, 0);
        float share = 1f / pack.tokens();
        double sum = 0;
        for (int place = 0; place < pack.tokens(); place++) {
            sum += learn(pack.target(place), 1, place * width, share, out, items, outward);
            int other = random.nextInt(items.size());
            if (other != pack.target(place)) {
                sum += learn(other, -1, place * width, share, out, items, outward);
            }
        }
        return sum / pack.tokens();
    }

    private double learn(int row, int sign, int at, float share, float[] out, ItemTable items, float[] outward) {
        double score = sign * kernels.dot(out, at, items.values(), row * width, width);
        float gradient = (float) (-sign * share / (1 + Math.exp(score)));
        items.addGradient(row, gradient, out, at);
        for (int each = 0; each < width; each++) {
            outward[at + each] += gradient * items.values()[row * width + each];
        }
        return Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, -score);
    }
}
