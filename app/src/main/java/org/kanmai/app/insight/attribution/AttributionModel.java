package org.kanmai.app.insight.attribution;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;

/** How credit for an order is divided among its touches (DX-06). Each is a pure function whose parts sum to the order. */
enum AttributionModel implements Code {
    /** All to the first. */
    FIRST {
        @Override
        long[] weights(Journey journey, Worth worth) {
            return only(0, journey.touches().size());
        }
    },
    /** All to the last. */
    LAST {
        @Override
        long[] weights(Journey journey, Worth worth) {
            int touches = journey.touches().size();
            return only(touches - 1, touches);
        }
    },
    /** As much to each. */
    LINEAR {
        @Override
        long[] weights(Journey journey, Worth worth) {
            return LongStream.generate(() -> 1).limit(journey.touches().size()).toArray();
        }
    },
    /** 40 % to the first and to the last, the rest to those in between; half to each of two. */
    POSITION {
        @Override
        long[] weights(Journey journey, Worth worth) {
            int touches = journey.touches().size();
            int between = touches - 2;
            return IntStream.range(0, touches)
                    .mapToLong(place -> between > 0 && (place == 0 || place == touches - 1) ? 2L * between : 1)
                    .toArray();
        }
    },
    /** Half as much to what was seven days earlier. */
    DECAY {
        @Override
        long[] weights(Journey journey, Worth worth) {
            return journey.touches().stream()
                    .mapToLong(touch -> decayed(Duration.between(touch.at(), journey.at())))
                    .toArray();
        }
    },
    /** By what each channel adds to the rate at which people buy, averaged over all orders in which channels can come (Shapley). */
    SHAPLEY {
        @Override
        long[] weights(Journey journey, Worth worth) {
            return Shapley.weights(journey.touches(), worth);
        }
    };

    private static final double HALF_LIFE_MILLIS = Duration.ofDays(7).toMillis();
    private static final double SCALE = 1e9;

    /** Returns a weight for each touch, none below nothing and not all nothing. */
    abstract long[] weights(Journey journey, Worth worth);

    /** Returns the credit of each touch; together they are what was paid. */
    List<Money> credits(Journey journey, Worth worth) {
        return journey.amount().split(weights(journey, worth));
    }

    private static long[] only(int one, int touches) {
        return IntStream.range(0, touches)
                .mapToLong(place -> place == one ? 1 : 0)
                .toArray();
    }

    private static long decayed(Duration age) {
        return Math.max(1, Math.round(SCALE * Math.pow(2, -Math.max(0, age.toMillis()) / HALF_LIFE_MILLIS)));
    }
}
