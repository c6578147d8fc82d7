package org.kanmai.ranking.network;

/**
 * One exposure to learn from, its fields in the order of a {@link Shape}; an id of 0 says that nothing is known.
 *
 * <p>It keeps the arrays it is given and changes none.
 */
public final class Example {
    /** Says of a label that it isn't known. */
    public static final float UNKNOWN = Float.NaN;

    private final long[] viewer;
    private final long[] history;
    private final long[] item;
    private final long[] cross;
    private final float[] labels;

    /**
     * Takes ids of each kind of field, the history with the newest item first, and a label in [0, 1] or
     * {@link #UNKNOWN} for each task.
     */
    public Example(long[] viewer, long[] history, long[] item, long[] cross, float[] labels) {
        this.viewer = viewer;
        this.history = history;
        this.item = item;
        this.cross = cross;
        this.labels = labels;
    }

    long[] viewer() {
        return viewer;
    }

    long[] history() {
        return history;
    }

    long[] item() {
        return item;
    }

    long[] cross() {
        return cross;
    }

    /** Returns the label of a task by its place. */
    public float label(int task) {
        return labels[task];
    }
}
