package org.kanmai.ranking.network;

import java.io.IOException;
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

    Embeddings copy() {
        var sketch = new Sightings(sightings.counts().clone(), sightings.added());
        var copy = new Embeddings(shared / 2, settings, index.copy(), sketch);
        copy.weights = Arrays.copyOf(weights, used * dimension);
        copy.squares = Arrays.copyOf(squares, used);
        copy.seen = Arrays.copyOf(seen, used);
        copy.ids = Arrays.copyOf(ids, used);
        copy.tables = Arrays.copyOf(tables, used);
        copy.used = used;
        copy.free = Arrays.copyOf(free, freed);
        copy.freed = freed;
        copy.hand = hand;
        copy.evicted = evicted;
        return copy;
    }

    void write(StateOutput out) throws IOException {
        out.number(used);
        out.floats(weights, used * dimension);
        out.floats(squares, used);
        out.longs(seen, used);
        out.longs(ids, used);
        out.ints(tables, used);
        out.ints(free, freed);
        out.number(hand);
        out.number(evicted);
        out.bytes(sightings.counts());
        out.number(sightings.added());
    }

    /** Reads what was written; throws {@link SnapshotRefused} where it can't be what these settings lead to. */
    static Embeddings read(StateInput in, int fields, NetworkSettings settings) throws IOException {
        int sketch = new Sightings(settings.capacity()).counts().length;
        int most = 2 * fields + settings.capacity();
        int used = (int) in.number("the rows", 2L * fields, most);
        float[] weights = in.floats(used * settings.dimension());
        float[] squares = in.floats(used);
        long[] seen = in.longs(used);
        long[] ids = in.longs(used);
        int[] tables = in.ints(used);
        int[] free = in.ints(used);
        int hand = (int) in.number("the hand", 0, most);
        long evicted = in.number("the evicted", 0, Long.MAX_VALUE);
        byte[] counts = in.bytes(sketch);
        long added = in.number("the sightings", 0, sketch);
        if (tables.length != used || counts.length != sketch) {
            throw new SnapshotRefused("the tables of ids have not the sizes that they have told");
        }
        var embeddings = new Embeddings(fields, settings, new IdIndex(), new Sightings(counts, added));
        embeddings.weights = weights;
        embeddings.squares = squares;
        embeddings.seen = seen;
        embeddings.ids = ids;
        embeddings.tables = tables;
        embeddings.used = used;
        embeddings.free = free;
        embeddings.freed = free.length;
        embeddings.hand = Math.max(hand, 2 * fields);
        embeddings.evicted = evicted;
        embeddings.index();
        return embeddings;
    }

    /** Makes the index anew; each row belongs to one id or is free, and no id has two. */
    private void index() {
        int empty = 0;
        for (int row = shared; row < used; row++) {
            if (tables[row] == -1) {
                empty++;
                continue;
            }
            if (tables[row] < 0 || tables[row] >= shared / 2 || index.find(tables[row], ids[row]) >= 0) {
                throw new SnapshotRefused("row " + row + " belongs to nothing, or to what has one");
            }
            index.add(tables[row], ids[row], row);
        }
        long distinct = Arrays.stream(free)
                .filter(row -> row >= shared && row < used && tables[row] == -1)
                .distinct()
                .count();
        if (distinct != empty || free.length != empty) {
            throw new SnapshotRefused("free rows are not those that belong to nothing");
        }
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
