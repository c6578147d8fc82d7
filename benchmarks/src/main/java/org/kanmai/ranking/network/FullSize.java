package org.kanmai.ranking.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A network of 40 fields, 16 numbers an id, 50 items of history, layers of 256, 128 and 64, and 5 tasks; ids at random. */
final class FullSize {
    static final int VIEWER = 20;
    static final int ITEM = 16;
    static final int CROSS = 4;
    static final int HISTORY = 50;
    static final int TASKS = 5;
    static final int BATCH = 256;
    private static final int FIELDS = VIEWER + ITEM + CROSS;

    final Trainer trainer;
    private final int idsOfField;
    private final SplittableRandom chance = new SplittableRandom(1);

    /** Takes how many rows there are in all; each field has as many. */
    FullSize(int rows) {
        var shape = new Shape(names(VIEWER), names(ITEM), names(CROSS), HISTORY, names(TASKS));
        var usual = NetworkSettings.usual();
        var settings = new NetworkSettings(
                16, usual.hidden(), 32, 0.001, 0.05, 1e-6, 1, 1, rows, Long.MAX_VALUE, usual.cachedItems());
        trainer = new Trainer(shape, settings);
        idsOfField = rows / FIELDS;
        for (long id = 1; id <= idsOfField; id++) {
            for (int field = 0; field < FIELDS; field++) {
                trainer.embeddings().row(field, id, 1, 1);
            }
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    long[] ids(int count) {
        return chance.longs(count, 1, idsOfField + 1L).toArray();
    }

    List<Example> batch() {
        var batch = new ArrayList<Example>();
        for (int at = 0; at < BATCH; at++) {
            float[] labels = new float[TASKS];
            for (int task = 0; task < TASKS; task++) {
                labels[task] = chance.nextInt(2);
            }
            batch.add(new Example(ids(VIEWER), ids(HISTORY), ids(ITEM), ids(CROSS), labels));
        }
        return batch;
    }
}
