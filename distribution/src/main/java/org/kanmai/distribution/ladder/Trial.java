package org.kanmai.distribution.ladder;

import java.util.Arrays;
import org.kanmai.distribution.evidence.ScoreTable;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.ScoreRule;
import org.kanmai.distribution.policy.Trade;

/**
 * What a work has shown in a pool: how many units of each set of outcomes in each cell, and nothing of their order.
 *
 * <p>It grows by single units; equal counts are equal trials.
 */
public final class Trial {
    private static final int CELL_BITS = 8;
    private static final int CELL_MASK = (1 << CELL_BITS) - 1;

    private int[] keys = new int[8];
    private int[] counts = new int[8];
    private int size;
    private int units;

    /** Receives each kind of unit. */
    public interface Visitor {
        /** Takes the bits of outcomes, the index of a cell, and how many units there are of them. */
        void kind(int outcomes, int cell, int count);
    }

    /** Returns one with the same units. */
    public Trial copy() {
        var copy = new Trial();
        copy.keys = keys.clone();
        copy.counts = counts.clone();
        copy.size = size;
        copy.units = units;
        return copy;
    }

    /** Counts one unit by the bits of its outcomes and the index of its cell. */
    public void add(int outcomes, int cell) {
        add(outcomes, cell, 1);
    }

    /** Counts some units that are alike. */
    public void add(int outcomes, int cell, int count) {
        if (cell < 0 || cell >= Cell.COUNT || outcomes < 0 || outcomes > CELL_MASK || count < 1) {
            throw new IllegalArgumentException("not units: " + outcomes + ", " + cell + ", " + count);
        }
        count(outcomes << CELL_BITS | cell, count);
    }

    private void count(int key, int count) {
        int place = Arrays.binarySearch(keys, 0, size, key);
        if (place < 0) {
            place = -place - 1;
            insert(place, key);
        }
        counts[place] += count;
        units += count;
    }

    private void insert(int place, int key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(keys, place, keys, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        keys[place] = key;
        counts[place] = 0;
        size++;
    }

    /** Returns how many units were counted. */
    public int units() {
        return units;
    }

    /** Returns how many of them said yes. */
    public int yes(Outcome outcome) {
        int sum = 0;
        for (int place = 0; place < size; place++) {
            sum += (keys[place] >> CELL_BITS & outcome.bit()) != 0 ? counts[place] : 0;
        }
        return sum;
    }

    /** Returns its units' mean score; 0 without units. */
    public double meanScore(ScoreRule rule, Trade trade) {
        double sum = 0;
        for (int place = 0; place < size; place++) {
            sum += counts[place] * rule.score(keys[place] >> CELL_BITS, trade);
        }
        return units == 0 ? 0 : sum / units;
    }

    /** Visits the kinds of units in their one order. */
    public void forEach(Visitor visitor) {
        for (int place = 0; place < size; place++) {
            visitor.kind(keys[place] >> CELL_BITS, keys[place] & CELL_MASK, counts[place]);
        }
    }

    /** Returns its scores, each against the mean that the bar asks of its cell. */
    public ScoreTable against(PoolBar bar, ScoreRule rule, Trade trade) {
        var rows = new java.util.ArrayList<ScoreTable.Row>();
        forEach((outcomes, cell, count) ->
                rows.add(new ScoreTable.Row(rule.score(outcomes, trade), bar.mean(cell), count)));
        return ScoreTable.of(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trial trial
                && Arrays.equals(keys, 0, size, trial.keys, 0, trial.size)
                && Arrays.equals(counts, 0, size, trial.counts, 0, trial.size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int place = 0; place < size; place++) {
            hash = 31 * hash + 31 * keys[place] + counts[place];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Trial of " + units + " units in " + size + " kinds";
    }
}
