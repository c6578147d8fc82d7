package org.kanmai.simulator.town.world;

/** How a site fills its pages: what is tried in a town. It may look at what was counted, never at true quality. */
public interface Feed {

    /** A work was published. */
    void published(int work);

    /** An hour begins, from 0 on. */
    void begins(int hour);

    /**
     * Chooses what a viewer is shown next.
     *
     * @param position of the page, from 0 on
     * @param taken the works that the page has already, the first {@code position} of them
     * @return a work that the viewer has not seen and the page does not have, or -1 when there is none
     */
    int next(int viewer, int position, int[] taken);

    /** A chosen work was shown, with these outcomes. */
    void shown(int viewer, int work, int position, int outcomes);

    /** The viewer who was shown a work last did something more with it. */
    default void responded(int viewer, int work, Response response) {}
}
