package org.kanmai.ranking.network;

import java.util.Arrays;
import java.util.List;

/**
 * The ids of a mini-batch, each once whichever examples have it, and by place: first one place an id, then, when rows are
 * known, one place a row.
 */
final class Batch {
    private final Dimensions dimensions;
    int examples;

    /** Place of each field of each example. */
    int[] fields = new int[0];

    /** Place of each known item of each example's history. */
    int[] history = new int[0];

    int[] lengths = new int[0];
    float[] labels = new float[0];

    int places;
    int[] rows = new int[0];

    private long[] ids = new long[0];
    private int[] tables = new int[0];
    private int[] times = new int[0];
    private int[] buckets = new int[0];
    private final int[] sharedPlaces;

    Batch(Dimensions dimensions) {
        this.dimensions = dimensions;
        this.sharedPlaces = new int[2 * dimensions.fields];
    }

    /** Takes examples in; returns whether all their labels are within [0, 1] or unknown, and takes none in otherwise. */
    boolean take(List<Example> batch) {
        room(batch.size());
        for (int at = 0; at < examples; at++) {
            if (!label(batch.get(at), at * dimensions.tasks)) {
                return false;
            }
        }
        Arrays.fill(buckets, 0);
        places = 0;
        for (int at = 0; at < examples; at++) {
            take(batch.get(at), at);
        }
        return true;
    }

    private void room(int size) {
        examples = size;
        if (lengths.length >= size) {
            return;
        }
        int ofAll = size * (dimensions.fields + dimensions.history);
        fields = new int[size * dimensions.fields];
        history = new int[size * dimensions.history];
        lengths = new int[size];
        labels = new float[size * dimensions.tasks];
        rows = new int[ofAll];
        ids = new long[ofAll];
        tables = new int[ofAll];
        times = new int[ofAll];
        buckets = new int[4 * Integer.highestOneBit(Math.max(ofAll, 16))];
    }

    private boolean label(Example example, int at) {
        for (int task = 0; task < dimensions.tasks; task++) {
            float label = example.label(task);
            if (label < 0 || label > 1) {
                return false;
            }
            labels[at + task] = label;
        }
        return true;
    }

    private void take(Example example, int number) {
        int at = number * dimensions.fields;
        at = take(example.viewer(), 0, at);
        at = take(example.item(), dimensions.viewer, at);
        take(example.cross(), dimensions.viewer + dimensions.item, at);
        lengths[number] = 0;
        int begin = number * dimensions.history;
        long[] past = example.history();
        for (int back = 0; back < Math.min(past.length, dimensions.history); back++) {
            if (past[back] != 0) {
                history[begin + lengths[number]++] = place(dimensions.historyTable(), past[back], 0);
            }
        }
    }

    private int take(long[] values, int field, int at) {
        for (int next = 0; next < values.length; next++) {
            fields[at + next] = place(field + next, values[next], 1);
        }
        return at + values.length;
    }

    private int place(int table, long id, int time) {
        int mask = buckets.length - 1;
        for (int bucket = (int) IdIndex.hash(table, id) & mask; ; bucket = (bucket + 1) & mask) {
            int place = buckets[bucket] - 1;
            if (place < 0) {
                buckets[bucket] = ++places;
                ids[places - 1] = id;
                tables[places - 1] = table;
                times[places - 1] = time;
                return places - 1;
            }
            if (ids[place] == id && tables[place] == table) {
                times[place] += time;
                return place;
            }
        }
    }

    /** Finds each id's row; ids that share a row share a place from then on. */
    void find(Embeddings embeddings, long now) {
        int[] moved = times;
        Arrays.fill(sharedPlaces, -1);
        int kept = 0;
        for (int place = 0; place < places; place++) {
            int row = embeddings.row(tables[place], ids[place], times[place], now);
            if (row < sharedPlaces.length) {
                if (sharedPlaces[row] >= 0) {
                    moved[place] = sharedPlaces[row];
                    continue;
                }
                sharedPlaces[row] = kept;
            }
            moved[place] = kept;
            rows[kept++] = row;
        }
        places = kept;
        move(fields, examples * dimensions.fields, moved);
        for (int at = 0; at < examples; at++) {
            for (int back = 0; back < lengths[at]; back++) {
                history[at * dimensions.history + back] = moved[history[at * dimensions.history + back]];
            }
        }
    }

    private static void move(int[] places, int count, int[] moved) {
        for (int at = 0; at < count; at++) {
            places[at] = moved[places[at]];
        }
    }
}
