package org.kanmai.ranking.evaluation.kuairand;

import java.util.Arrays;
import java.util.List;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.network.Candidate;
import org.kanmai.ranking.network.Example;
import org.kanmai.ranking.network.Network;

/** An exposure with what was known of it before it was made: as ids for a network, and as numbers for trees. */
public final class Impression {
    private final Exposure exposure;
    private final long[] viewer;
    private final long[] history;
    private final long[] item;
    private final long[] cross;
    private final float[] numbers;

    Impression(Exposure exposure, long[] viewer, long[] history, long[] item, long[] cross, float[] numbers) {
        this.exposure = exposure;
        this.viewer = viewer;
        this.history = history;
        this.item = item;
        this.cross = cross;
        this.numbers = numbers;
    }

    /** Returns the row of the log. */
    public Exposure exposure() {
        return exposure;
    }

    /** Returns it as the network learns it, with a label for each task. */
    public Example example() {
        var tasks = Task.values();
        var labels = new float[tasks.length];
        for (int place = 0; place < tasks.length; place++) {
            labels[place] = exposure.did(tasks[place]) ? 1 : 0;
        }
        return new Example(viewer, history, item, cross, labels);
    }

    /** Returns what a network says of it, a probability for each task. */
    public float[] scored(Network network) {
        return network.score(viewer, history, List.of(new Candidate(item, cross)))[0];
    }

    /** Returns the numbers behind the fields, in their order. */
    public float[] numbers() {
        return Arrays.copyOf(numbers, numbers.length);
    }
}
