package org.kanmai.simulator.town.ranker;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Viewers of whom nobody knows anything from an hour on, as if they came for the first time: one in so many.
 *
 * @param hour from which on, or -1 for none
 */
public record Newcomers(int hour, int every) {
    /** Nobody is new. */
    public static final Newcomers NONE = new Newcomers(-1, 10);

    /** Returns whether a viewer is one of them. */
    public boolean has(int viewer) {
        return hour >= 0 && viewer % every == every - 1;
    }

    /** Returns all of them. */
    List<Integer> of(int viewers) {
        return IntStream.range(0, viewers).filter(this::has).boxed().toList();
    }
}
