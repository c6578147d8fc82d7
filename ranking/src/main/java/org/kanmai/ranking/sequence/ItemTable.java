package org.kanmai.ranking.sequence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The vectors of items, which are learned only where a batch touched them; when it is full the item that was learned longest ago gives way. */
final class ItemTable {
    /** What {@link #row} says of an item that isn't known. */
    static final int UNKNOWN = -1;

    private static final int PLACED = -2;
    private static final int FIRST_ROWS = 256;
    private static final double SPREAD = 0.02;

    private final int width;
    private final int most;
    private final long seed;
    /** The row of each item, the one that was learned longest ago first. */
    private final Map<Long, Integer> rows;

    private float[] values;
    private float[] means;
    private float[] squares;
    /** Where the gradients of a row are, or -1. */
    private int[] slots;

    private int[] touched = new int[FIRST_ROWS];
    private int touchedCount;
    private float[] gradients;

    ItemTable(int width, int most, long seed) {
        this.width = width;
        this.most = most;
        this.seed = seed;
        rows = new LinkedHashMap<>(FIRST_ROWS, 0.75f, true);
        int first = Math.min(most, FIRST_ROWS);
        values = new float[first * width];
        means = new float[first * width];
        squares = new float[first * width];
        slots = new int[first];
        Arrays.fill(slots, -1);
        gradients = new float[FIRST_ROWS * width];
    }

    /** Returns the items and their vectors alone, to be read by any number of threads. */
    ItemTable copy() {
        return new ItemTable(this);
    }

    private ItemTable(ItemTable other) {
        width = other.width;
        most = other.most;
        seed = other.seed;
        rows = new LinkedHashMap<>(other.rows);
        values = Arrays.copyOf(other.values, other.slots.length * other.width);
        means = new float[0];
        squares = new float[0];
        slots = new int[0];
        gradients = new float[0];
    }

    /** Returns the row of an item or {@link #UNKNOWN}; only for a copy, whose order no longer matters. */
    int row(long item) {
        var row = rows.get(item);
        return row == null ? UNKNOWN : row;
    }

    int size() {
        return rows.size();
    }

    float[] values() {
        return values;
    }

    /** Returns the row of an item, which has one from now on. */
    int learn(long item) {
        var known = rows.get(item);
        return known != null ? known : add(item);
    }

    private int add(long item) {
        int row = rows.size() < most ? rows.size() : giveWay();
        if (row >= slots.length) {
            grow(Math.min(most, 2 * slots.length));
        }
        rows.put(item, row);
        var random = Seeds.random(seed, item);
        for (int each = row * width; each < (row + 1) * width; each++) {
            values[each] = (float) (random.nextGaussian() * SPREAD);
            means[each] = 0;
            squares[each] = 0;
        }
        return row;
    }

    /** Gives an item a row while the table is being read; says whether neither was given before. */
    boolean place(long item, int row) {
        while (row >= slots.length) {
            grow((int) Math.min(most, 2L * slots.length));
        }
        if (slots[row] == PLACED || rows.putIfAbsent(item, row) != null) {
            return false;
        }
        slots[row] = PLACED;
        return true;
    }

    /** Ends the reading. */
    void placed() {
        Arrays.fill(slots, -1);
    }

    private int giveWay() {
        var oldest = rows.entrySet().iterator().next();
        int row = oldest.getValue();
        rows.remove(oldest.getKey());
        return row;
    }

    private void grow(int count) {
        int former = slots.length;
        values = Arrays.copyOf(values, count * width);
        means = Arrays.copyOf(means, count * width);
        squares = Arrays.copyOf(squares, count * width);
        slots = Arrays.copyOf(slots, count);
        Arrays.fill(slots, former, count, -1);
    }

    /** Adds to the gradients of a row what stands in an array, multiplied by a scale. */
    void addGradient(int row, float scale, float[] from, int at) {
        int slot = slots[row];
        if (slot < 0) {
            slot = touch(row);
        }
        int to = slot * width;
        for (int each = 0; each < width; each++) {
            gradients[to + each] += scale * from[at + each];
        }
    }

    private int touch(int row) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
            gradients = Arrays.copyOf(gradients, 2 * touchedCount * width);
        }
        int slot = touchedCount++;
        touched[slot] = row;
        slots[row] = slot;
        Arrays.fill(gradients, slot * width, (slot + 1) * width, 0);
        return slot;
    }

    /** Returns the gradient of one weight of a row in this batch. */
    float gradient(int row, int column) {
        return slots[row] < 0 ? 0 : gradients[slots[row] * width + column];
    }

    /** Returns the sum of the squares of all gradients of this batch. */
    double squaredGradients() {
        double sum = 0;
        for (int each = 0; each < touchedCount * width; each++) {
            sum += (double) gradients[each] * gradients[each];
        }
        return sum;
    }

    /** Moves what this batch touched. */
    void move(Adam adam, float scale) {
        for (int slot = 0; slot < touchedCount; slot++) {
            adam.move(values, means, squares, touched[slot] * width, gradients, slot * width, width, scale);
        }
    }

    /** Forgets the gradients of this batch. */
    void forgetGradients() {
        for (int slot = 0; slot < touchedCount; slot++) {
            slots[touched[slot]] = -1;
        }
        touchedCount = 0;
    }

    /** Returns the row of each item, the one that was learned longest ago first; asking changes no order. */
    Map<Long, Integer> rows() {
        return rows;
    }

    float[] means() {
        return means;
    }

    float[] squares() {
        return squares;
    }
}
