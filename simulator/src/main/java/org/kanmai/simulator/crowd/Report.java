package org.kanmai.simulator.crowd;

import java.util.Map;

/** What a person tells of an item. */
sealed interface Report {

    /** Returns it as the API takes it. */
    Map<String, Object> json();

    /** It was in sight for a second. */
    record Exposed(String token) implements Report {
        @Override
        public Map<String, Object> json() {
            return Map.of("kind", "exposed", "token", token);
        }
    }

    /** How far it has been watched so far, and by how much more than was told before. */
    record Watched(String token, int sequence, int watchedMillis, int addedMillis, int durationMillis)
            implements Report {
        private static final int NEAR_THE_END_MILLIS = 300;

        @Override
        public Map<String, Object> json() {
            int loops = watchedMillis / durationMillis;
            return Map.of(
                    "kind",
                    "watched",
                    "token",
                    token,
                    "sequence",
                    sequence,
                    "watchedMillis",
                    watchedMillis,
                    "playedMillis",
                    watchedMillis,
                    "positionMillis",
                    Math.min(watchedMillis, durationMillis),
                    "loops",
                    loops,
                    "ended",
                    loops > 0 || watchedMillis >= durationMillis - NEAR_THE_END_MILLIS);
        }
    }
}
