package org.kanmai.ranking.sequence;

import java.util.SplittableRandom;

/** What learning makes small: how badly the next item of each place is told from others that are drawn. */
sealed interface Loss permits SharedNegatives, OwnNegative {

    /**
     * Returns the mean loss over all places; writes the gradients of the places' vectors and adds those of items.
     *
     * @param out the vector of each place
     * @param outward what is written: a gradient for each number of them
     */
    double measure(Pack pack, float[] out, ItemTable items, SplittableRandom random, float[] outward);

    /** Returns the loss for a number of negatives. */
    static Loss of(int negatives, int width, Kernels kernels) {
        return negatives == 1 ? new OwnNegative(width, kernels) : new SharedNegatives(negatives, width, kernels);
    }
}
