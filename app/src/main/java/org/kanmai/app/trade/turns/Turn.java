package org.kanmai.app.trade.turns;

/** Whether a buyer may order from a flash sale now. */
public sealed interface Turn {
    /** Yes; the database has the last word all the same. */
    record In() implements Turn {}

    /**
     * Not yet.
     *
     * @param place 1 for who comes next
     * @param waiting how many wait
     * @param known whether this buyer was let in before, so that an order may be theirs already
     */
    record Waiting(long place, long waiting, boolean known) implements Turn {}

    /**
     * No, and not in the queue either, which is full.
     *
     * @param known whether this buyer was let in before
     */
    record Full(boolean known) implements Turn {}

    /**
     * No: all units are paid for.
     *
     * @param known whether some of them were this buyer's
     */
    record SoldOut(boolean known) implements Turn {}
}
