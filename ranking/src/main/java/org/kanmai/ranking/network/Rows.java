package org.kanmai.ranking.network;

/** Numbers that ids are known by, to be read only; a table has one row for nothing known and one for all rare ids. */
final class Rows {
    private final IdIndex index;
    private final float[] weights;
    private final int dimension;

    /** Keeps what it is given. */
    Rows(IdIndex index, float[] weights, int dimension) {
        this.index = index;
        this.weights = weights;
        this.dimension = dimension;
    }

    static int nothing(int table) {
        return 2 * table;
    }

    static int rare(int table) {
        return 2 * table + 1;
    }

    int row(int table, long id) {
        if (id == 0) {
            return nothing(table);
        }
        int row = index.find(table, id);
        return row < 0 ? rare(table) : row;
    }

    void read(int table, long id, float[] to, int at) {
        System.arraycopy(weights, row(table, id) * dimension, to, at, dimension);
    }

    /** Reads into one column of a matrix of so many. */
    void readColumn(int table, long id, float[] to, int column, int columns) {
        int from = row(table, id) * dimension;
        for (int number = 0; number < dimension; number++) {
            to[number * columns + column] = weights[from + number];
        }
    }

    boolean isFinite(Kernels kernels) {
        return kernels.largest(weights, weights.length) < Float.POSITIVE_INFINITY;
    }

    int owned() {
        return index.size();
    }
}
