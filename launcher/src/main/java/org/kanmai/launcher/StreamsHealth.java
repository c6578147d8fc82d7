package org.kanmai.launcher;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kanmai.streams.Streams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells at {@code /actuator/health} whether the streams run, how old their newest checkpoint is and how far behind they are. */
final class StreamsHealth implements HealthIndicator {
    private final AtomicReference<@Nullable Streams> streams = new AtomicReference<>();

    void watch(Streams started) {
        streams.set(started);
    }

    @Override
    public Health health() {
        var watched = streams.get();
        if (watched == null || !watched.isRunning()) {
            return Health.down().withDetail("streams", "not running").build();
        }
        var health = Health.up();
        watched.latestCheckpoint().ifPresent(at -> health.withDetail("checkpoint", at.toString()));
        watched.lag().ifPresent(records -> health.withDetail("lag", records));
        return health.build();
    }
}
