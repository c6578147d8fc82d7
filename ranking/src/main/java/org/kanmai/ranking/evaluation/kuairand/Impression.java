package org.kanmai.ranking.evaluation.kuairand;

import java.util.Arrays;
import org.kanmai.ranking.network.Example;

/** An exposure with what was known of it before it was made: as an example for a network, and as numbers for trees. */
public final class Impression {
    private final Exposure exposure;
    private final Example example;
    private final float[] numbers;

    Impression(Exposure exposure, Example example, float[] numbers) {
        this.exposure = exposure;
        this.example = example;
        this.numbers = numbers;
    }

    /** Returns the row of the log. */
    public Exposure exposure() {
        return exposure;
    }

    /** Returns it as the network learns it. */
    public Example example() {
        return example;
    }

    /** Returns the numbers behind the fields, in their order. */
    public float[] numbers() {
        return Arrays.copyOf(numbers, numbers.length);
    }
}
