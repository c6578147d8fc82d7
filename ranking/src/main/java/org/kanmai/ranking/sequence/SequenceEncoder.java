package org.kanmai.ranking.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kanmai.ranking.recall.Best;
import org.kanmai.ranking.recall.Recall.Found;

/** What a trainer had learned at one moment: it makes a vector of a sequence, and scores items by their product with it. It never changes; for any thread. */
public final class SequenceEncoder {
    private final SequenceShape shape;
    private final Network network;
    private final ItemTable items;
    private final ThreadLocal<Network.Trace> traces;
    /** All items, and the row of each at the same place: who asks goes through all of them. */
    private final long[] known;

    private final int[] rows;

    SequenceEncoder(SequenceShape shape, Network network, ItemTable items) {
        this.shape = shape;
        this.network = network;
        this.items = items;
        traces = ThreadLocal.withInitial(network::trace);
        known = items.rows().keySet().stream().mapToLong(Long::longValue).toArray();
        rows = items.rows().values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns how large it is. */
    public SequenceShape shape() {
        return shape;
    }

    /** Returns how many items it knows. */
    public int knownItems() {
        return items.size();
    }

    /**
     * Returns the vector of the newest items of a sequence, the oldest first, as many as the shape has it; items that
     * aren't known are passed over. When none is known all its numbers are 0.
     */
    public float[] encode(long[] sequence) {
        var rows = rows(sequence);
        var vector = new float[shape.dimensions()];
        if (rows.length > 0) {
            var pack = Pack.toRead(List.of(rows), shape.length());
            var trace = traces.get();
            network.forward(pack, items, trace, Dropout.NONE);
            System.arraycopy(trace.out(), (pack.tokens() - 1) * vector.length, vector, 0, vector.length);
        }
        return vector;
    }

    private int[] rows(long[] sequence) {
        var rows = new int[Math.min(sequence.length, shape.length())];
        int at = rows.length;
        for (int each = sequence.length - 1; each >= 0 && at > 0; each--) {
            int row = items.row(sequence[each]);
            if (row != ItemTable.UNKNOWN) {
                rows[--at] = row;
            }
        }
        return Arrays.copyOfRange(rows, at, rows.length);
    }

    /** Returns what each item scores beside a vector, negative infinity where it isn't known. */
    public float[] scores(float[] vector, long[] of) {
        var scores = new float[of.length];
        for (int each = 0; each < of.length; each++) {
            int row = items.row(of[each]);
            scores[each] = row == ItemTable.UNKNOWN ? Float.NEGATIVE_INFINITY : score(vector, row);
        }
        return scores;
    }

    private float score(float[] vector, int row) {
        return network.kernels().dot(vector, 0, items.values(), row * vector.length, vector.length);
    }

    /** Returns the items that score highest beside a vector but for those that are left out, the highest first; of equals the lower id. */
    public List<Found> top(float[] vector, int count, Set<Long> left) {
        var best = new Best(count, left);
        for (int at = 0; at < known.length; at++) {
            best.add(known[at], score(vector, rows[at]));
        }
        return best.all();
    }
}
