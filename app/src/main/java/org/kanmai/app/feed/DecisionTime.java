package org.kanmai.app.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How long decisions take, as a histogram whose bounds are fine where the bars lie. */
@Component
class DecisionTime {
    private static final int[] BOUNDS_MILLIS = {
        1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 200, 500, 1_000
    };

    private final Timer timer;

    DecisionTime(MeterRegistry meters) {
        this.timer = Timer.builder("feed.decision")
                .serviceLevelObjectives(
                        IntStream.of(BOUNDS_MILLIS).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(meters);
    }

    /** Makes a decision and takes its time. */
    <T> T of(Supplier<T> decision) {
        return Objects.requireNonNull(timer.record(decision));
    }
}
