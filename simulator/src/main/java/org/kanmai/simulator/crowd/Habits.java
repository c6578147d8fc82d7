package org.kanmai.simulator.crowd;

import org.kanmai.simulator.town.world.Dice;
import org.kanmai.simulator.town.world.Onlookers;

/** When people come, how long they stay and look: all from the seed, the person and, for a work, its id and scene. */
final class Habits {
    /** So long at least an item is in sight: less is no exposure. */
    static final long LEAST_LOOK_MILLIS = 1_000;

    private static final long ARRIVES = 20;
    private static final long STAYS = 21;
    private static final long ASIDE = 22;
    private static final long AGREES = 23;
    /** So many of all agree that what they watch is used. */
    private static final double AGREEING = 0.8;

    private static final double ARRIVAL_MILLIS = 60_000;
    private static final double AWAY_MILLIS = 60_000;
    private static final long LONGEST_AWAY_MILLIS = 600_000;
    private static final double MEAN_PAGES = 4;
    private static final int MOST_PAGES = 20;

    private final long seed;
    private final double pace;
    private final Onlookers onlookers;

    Habits(int people, double pace, long seed) {
        this.seed = seed;
        this.pace = pace;
        onlookers = new Onlookers(people, seed);
    }

    /** Returns after how long somebody comes for the first time. */
    long arrivesAfterMillis(int person) {
        return paced(ARRIVAL_MILLIS * new Dice(seed, ARRIVES, person, 0).share());
    }

    /** Returns whether somebody agrees to be profiled. */
    boolean agrees(int person) {
        return new Dice(seed, AGREES, person, 0).share() < AGREEING;
    }

    /** Returns how many pages somebody has in a visit. */
    int pages(int person, int visit) {
        double pages = -MEAN_PAGES * StrictMath.log(1 - new Dice(seed, STAYS, person, visit).share());
        return 1 + (int) Math.min(MOST_PAGES - 1, pages);
    }

    /** Returns how long somebody is away after a visit. */
    long awayMillis(int person, int visit) {
        double away = -AWAY_MILLIS * StrictMath.log(1 - new Dice(seed, ASIDE, person, visit).share());
        return LEAST_LOOK_MILLIS + paced(Math.min(LONGEST_AWAY_MILLIS, away));
    }

    /** Returns for how long somebody plays an item: faster living is shorter watching, slower living no longer. */
    long watchesMillis(int person, Page.Item item) {
        return Math.max(LEAST_LOOK_MILLIS, (long) (wholeLook(person, item) / Math.max(1, pace)));
    }

    /** Returns after how long somebody goes on to the next. */
    long looksMillis(int person, Page.Item item) {
        return Math.max(LEAST_LOOK_MILLIS, paced(wholeLook(person, item)));
    }

    Dice jitter(int person) {
        return new Dice(seed, ASIDE, person, -1);
    }

    private int wholeLook(int person, Page.Item item) {
        return onlookers.watchedMillis(person, item.work(), item.scene(), item.durationMillis());
    }

    private long paced(double millis) {
        return (long) (millis / pace);
    }
}
