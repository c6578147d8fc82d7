package org.kanmai.ranking.network;

import java.util.Arrays;

/**
 * What ids of all fields are known by while they are learned: a row once an id was seen often enough, until it was not
 * seen for long or its place is needed. The first rows belong to no id: two for each field.
 */
final class Embeddings {
    private static final float FIRST_SQUARE = 1e-3f;
    private static final float SPREAD = 0.1f;
    private static final int LOOKED_AT = 64;

    private final NetworkSettings settings;
    private final int shared;
    private final int dimension;
    private final IdIndex index;
    private final Sightings sightings;
    private float[] weights;
    private float[] squares;
    private long[] seen;
    private long[] ids;
    private int[] tables;
    private int used;
    private int[] free = new int[0];
    private int freed;
    private int hand;
    private long evicted;

    Embeddings(int fields, NetworkSettings settings) {
        this(fields, settings, new IdIndex(), new Sightings(settings.capacity()));
        room(shared);
        for (used = 0; used < shared; used++) {
            tables[used] = used / 2;
            squares[used] = FIRST_SQUARE;
            spread(used, used / 2, used % 2);
        }
    }

    private Embeddings(int fields, NetworkSettings settings, IdIndex index, Sightings sightings) {
        this.settings = settings;
        this.shared = 2 * fields;
        this.dimension = settings.dimension();
        this.index = index;
        this.sightings = sightings;
        this.weights = new float[0];
        this.squares = new float[0];
        this.seen = new long[0];
        this.ids = new long[0];
        this.tables = new int[0];
        this.hand = shared;
    }

    /**
     * Returns the row of an id that was seen so many times in a batch, and as what example; a row that this batch has is
     * not taken away while it goes on.
     */
    int row(int table, long id, int times, long now) {
        if (id == 0) {
            return Rows.nothing(table);
        }
        int row = index.find(table, id);
        if (row >= 0) {
            seen[row] = now;
            return row;
        }
        if (times == 0 || sightings.add(table, id, times) < settings.entry()) {
            return Rows.rare(table);
        }
        return admit(table, id, now);
    }

    private int admit(int table, long id, long now) {
        int row = place(now);
        if (row < 0) {
            return Rows.rare(table);
        }
        index.add(table, id, row);
        ids[row] = id;
        tables[row] = table;
        seen[row] = now;
        squares[row] = FIRST_SQUARE;
        System.arraycopy(weights, Rows.rare(table) * dimension, weights, row * dimension, dimension);
        spread(row, table, id);
        return row;
    }

    private int place(long now) {
        if (freed > 0) {
            return free[--freed];
        }
        if (used < shared + settings.capacity()) {
            room(used + 1);
            return used++;
        }
        int oldest = oldest(now);
        if (oldest >= 0) {
            evict(oldest);
            return free[--freed];
        }
        return -1;
    }

    /** Returns which of the next few rows was not seen for the longest time, or -1 if all are in use at this moment. */
    private int oldest(long now) {
        int oldest = -1;
        for (int left = Math.min(LOOKED_AT, used - shared); left > 0; left--) {
            int row = turn();
            if (tables[row] >= 0 && seen[row] < now && (oldest < 0 || seen[row] < seen[oldest])) {
                oldest = row;
            }
        }
        return oldest;
    }

    private int turn() {
        if (hand >= used) {
            hand = shared;
        }
        return hand++;
    }

    /** Frees what was not seen for too long among the next so many rows. */
    void sweep(int count, long now) {
        for (int left = Math.min(count, used - shared); left > 0; left--) {
            int row = turn();
            if (tables[row] >= 0 && now - seen[row] > settings.timeToLive()) {
                evict(row);
            }
        }
    }

    private void evict(int row) {
        index.remove(tables[row], ids[row]);
        tables[row] = -1;
        if (freed == free.length) {
            free = Arrays.copyOf(free, Math.max(16, 2 * freed));
        }
        free[freed++] = row;
        evicted++;
    }

    /** Adds to a row some small numbers that only the seed, the table and the id decide. */
    private void spread(int row, int table, long id) {
        for (int at = 0; at < dimension; at++) {
            long bits = IdIndex.hash(at, IdIndex.hash(table, id) ^ settings.seed());
            weights[row * dimension + at] += SPREAD * ((bits >>> 40) * 0x1p-23f - 1);
        }
    }

    private void room(int rows) {
        if (rows <= squares.length) {
            return;
        }
        int size = Math.min(Math.max(rows, 2 * squares.length), shared + settings.capacity());
        weights = Arrays.copyOf(weights, size * dimension);
        squares = Arrays.copyOf(squares, size);
        seen = Arrays.copyOf(seen, size);
        ids = Arrays.copyOf(ids, size);
        tables = Arrays.copyOf(tables, size);
    }

    float[] weights() {
        return weights;
    }

    float[] squares() {
        return squares;
    }

    /** Returns a copy that goes on as it is. */
    Rows freeze() {
        return new Rows(index.copy(), Arrays.copyOf(weights, used * dimension), dimension);
    }

    int owned() {
        return index.size();
    }

    long evicted() {
        return evicted;
    }
}
