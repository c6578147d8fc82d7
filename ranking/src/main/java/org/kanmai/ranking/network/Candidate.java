package org.kanmai.ranking.network;

/**
 * An item to score for a viewer, its fields in the order of a {@link Shape}; an id of 0 says that nothing is known.
 *
 * <p>It keeps the arrays it is given and changes none.
 */
public final class Candidate {
    private final long[] item;
    private final long[] cross;

    /** Takes the ids of the item's fields and of the fields of viewer and item together. */
    public Candidate(long[] item, long[] cross) {
        this.item = item;
        this.cross = cross;
    }

    long[] item() {
        return item;
    }

    long[] cross() {
        return cross;
    }
}
