package org.kanmai.ranking.sequence;

/** What became of a batch of sequences. */
public sealed interface BatchOutcome {

    /**
     * The batch was learned.
     *
     * @param places how many next items were told
     * @param loss the mean over them, before the weights moved
     */
    record Learned(int places, double loss) implements BatchOutcome {}

    /** No sequence had a next item. */
    record Nothing() implements BatchOutcome {}

    /**
     * The loss or a gradient wasn't finite; no weight moved.
     *
     * @param loss what was computed
     */
    record Refused(double loss) implements BatchOutcome {}
}
