package org.kanmai.simulator.town.feeds;

/** What a feed orders works by: a value of the work, plus what it believes of the viewer and the work's vertical. */
interface Ranking {
    /** Returns the value in this hour, or negative infinity when the work may not be shown. */
    double value(int work, int hour);

    /** Returns what is added for a viewer. */
    double fit(int viewer, int vertical);

    /** Returns the share of positions that are drawn evenly from all works that may be shown. */
    double evenly();

    /** A work was published. */
    default void published(int work) {}

    /** A work was shown in the feed, in this cell and with these outcomes. */
    default void shown(int work, int cell, int outcomes) {}

    /** Returns how often the order changes within an hour: each page takes one of so many orders. */
    default int orders() {
        return 1;
    }
}
