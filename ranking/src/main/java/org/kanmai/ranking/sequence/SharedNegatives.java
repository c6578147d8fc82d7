package org.kanmai.ranking.sequence;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cross-entropy of the next item among items that are drawn evenly, the same for some hundred places, so that all scores
 * are one product of matrices (Klenitskiy and Vasilev 2023: with hundreds of them SASRec learns faster and better).
 */
final class SharedNegatives implements Loss {
    /**
     * So many places at once that their scores stay near; each chunk draws anew. If a whole batch shared them, an item would be
     * drawn seldom and then by thousands of places, and Adam, which makes rare gradients large, would learn noise.
     */
    private static final int CHUNK = 256;

    private final int count;
    private final int width;
    private final Kernels kernels;
    private final int[] drawn;
    private final float[] vectors;
    private final float[] turned;
    private final float[] gradients;
    private final float[] scores;

    SharedNegatives(int count, int width, Kernels kernels) {
        this.count = count;
        this.width = width;
        this.kernels = kernels;
        drawn = new int[count];
        vectors = new float[count * width];
        turned = new float[count * width];
        gradients = new float[count * width];
        scores = new float[CHUNK * count];
    }

    @Override
    public double measure(Pack pack, float[] out, ItemTable items, SplittableRandom random, float[] outward) {
        Arrays.fill(outward, 0, pack.tokens() * width, 0);
        double sum = 0;
        for (int from = 0; from < pack.tokens(); from += CHUNK) {
            draw(items, random);
            sum += learn(pack, from, Math.min(CHUNK, pack.tokens() - from), out, items, outward);
            for (int each = 0; each < count; each++) {
                items.addGradient(drawn[each], 1, gradients, each * width);
            }
        }
        return sum / pack.tokens();
    }

    private void draw(ItemTable items, SplittableRandom random) {
        for (int each = 0; each < count; each++) {
            drawn[each] = random.nextInt(items.size());
            System.arraycopy(items.values(), drawn[each] * width, vectors, each * width, width);
        }
        Matrix.of(vectors, count, width).transposedInto(turned, count);
        Arrays.fill(gradients, 0);
    }

    private double learn(Pack pack, int from, int places, float[] out, ItemTable items, float[] outward) {
        var hidden = Matrix.of(out, from * width, places, width, width);
        var all = Matrix.of(scores, places, count);
        Arrays.fill(scores, 0, places * count, 0);
        kernels.addProduct(hidden, Matrix.of(turned, width, count), all);
        double sum = 0;
        for (int place = 0; place < places; place++) {
            sum += tell(pack, from + place, place * count, out, items, outward);
        }
        kernels.addProduct(
                all, Matrix.of(vectors, count, width), Matrix.of(outward, from * width, places, width, width));
        kernels.addProduct(all.transposed(), hidden, Matrix.of(gradients, count, width));
        return sum;
    }

    /** Makes gradients of the scores of one place, and learns its own next item. */
    private double tell(Pack pack, int place, int at, float[] out, ItemTable items, float[] outward) {
        int target = pack.target(place);
        float own = kernels.dot(out, place * width, items.values(), target * width, width);
        float highest = own;
        for (int each = 0; each < count; each++) {
            if (drawn[each] == target) {
                scores[at + each] = Float.NEGATIVE_INFINITY;
            }
            highest = Math.max(highest, scores[at + each]);
        }
        double ownPower = Math.exp(own - highest);
        double all = ownPower + kernels.exponentials(scores, at, count, highest);
        float share = (float) (1 / (all * pack.tokens()));
        for (int each = at; each < at + count; each++) {
            scores[each] *= share;
        }
        float gradient = (float) ((ownPower / all - 1) / pack.tokens());
        items.addGradient(target, gradient, out, place * width);
        for (int each = 0; each < width; each++) {
            outward[place * width + each] += gradient * items.values()[target * width + each];
        }
        return highest + Math.log(all) - own;
    }
}
