package org.kanmai.ranking.learning;

import java.util.Arrays;
import java.util.Optional;

/**
 * How long it took from the newest fact of an exposure to the step of training that used it.
 *
 * @param examples of how many this is
 * @param half so many milliseconds or fewer it took for half of them
 * @param most so many or fewer for 95 of 100
 */
public record Delay(int examples, long half, long most) {
    private static final int COUNTED = 4_096;

    /** The delays of the newest examples; for one thread. */
    public static final class Seen {
        private final long[] millis = new long[COUNTED];
        private long told;

        /** Adds one. */
        public void add(long each) {
            millis[(int) (told++ % COUNTED)] = each;
        }

        /** Returns what they are together, and begins anew; empty where there were none. */
        public Optional<Delay> take() {
            int size = (int) Math.min(told, COUNTED);
            told = 0;
            if (size == 0) {
                return Optional.empty();
            }
            long[] sorted = Arrays.copyOf(millis, size);
            Arrays.sort(sorted);
            return Optional.of(new Delay(size, sorted[(size - 1) / 2], sorted[(int) Math.ceil(0.95 * size) - 1]));
        }
    }
}
