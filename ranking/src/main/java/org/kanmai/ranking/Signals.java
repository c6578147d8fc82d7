package org.kanmai.ranking;

import org.kanmai.facts.Engagement;
import org.kanmai.facts.Target;
import org.kanmai.facts.Watched;

/** How much of a taste an act tells: a work watched to its end is 1, what tells of dislike is below 0. */
final class Signals {
    private static final double BOUNCED = -0.5;
    private static final int BOUNCE_MILLIS = 3_000;
    private static final double REPLAYED = 1.5;

    private Signals() {}

    /** Returns the signal of a watch: its part of the work, and a dislike when it was left within 3 seconds. */
    static double watched(Watched watched) {
        if (watched.loops() > 1) {
            return REPLAYED;
        }
        if (watched.completed()) {
            return 1;
        }
        if (watched.watchedMillis() < BOUNCE_MILLIS) {
            return watched.ended() ? BOUNCED : 0;
        }
        return Math.min(1, watched.playedMillis() / (double) Math.max(1, watched.durationMillis()));
    }

    /** Returns the signal for the tags of a work. */
    static double tags(Engagement engagement) {
        return switch (engagement) {
            case LIKED, COMMENTED -> 2;
            case UNLIKED, UNCOMMENTED -> -2;
            case FAVOURITED, DOWNLOADED -> 3;
            case UNFAVOURITED -> -3;
            case NOT_INTERESTED, REPORTED -> -6;
            case INTERESTED -> 6;
            case FOLLOWED, UNFOLLOWED, BLOCKED, UNBLOCKED -> 0;
        };
    }

    /** Returns the signal for the creator. */
    static double creator(Engagement engagement) {
        return switch (engagement) {
            case LIKED, COMMENTED -> 1;
            case UNLIKED, UNCOMMENTED -> -1;
            case FAVOURITED, DOWNLOADED -> 1.5;
            case UNFAVOURITED -> -1.5;
            case FOLLOWED, INTERESTED -> 4;
            case UNFOLLOWED, NOT_INTERESTED -> -4;
            case REPORTED -> -6;
            case BLOCKED -> -10;
            case UNBLOCKED -> 10;
        };
    }

    static double shared() {
        return 3;
    }

    static double opened(Target target) {
        return switch (target) {
            case PROFILE, COMMENTS, TOPIC, PRODUCT -> 0.5;
        };
    }
}
