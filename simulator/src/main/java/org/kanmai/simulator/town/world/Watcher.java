package org.kanmai.simulator.town.world;

/** Who writes down what happens in a town. */
public interface Watcher {
    /** A viewer came today, or did not. */
    void came(int day, int viewer, boolean cameToday);

    /** A work was shown in the feed. */
    void shown(int day, int viewer, int work, int outcomes, double watchedSeconds);

    /** A day ended. */
    void ended(int day);

    /** A viewer who was shown a work did something more with it. */
    default void responded(int viewer, int work, Response response) {}
}
