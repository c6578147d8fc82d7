package org.kanmai.app.traffic.slots;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what pages carry, hour by hour. */
@Component
public class SupplyMeter {
    private static final double HOURS_A_DAY = 24;

    private final SlotStore store;
    private Map<Instant, Counted> counted = new HashMap<>();

    SupplyMeter(SlotStore store) {
        this.store = store;
    }

    private record Counted(long pages, long reserved, long filled) {
        Counted plus(Counted other) {
            return new Counted(pages + other.pages, reserved + other.reserved, filled + other.filled);
        }
    }

    /**
     * What the pages of a time carried.
     *
     * @param hours in which anybody came
     * @param reserved positions
     * @param filled of them, with works that were owed one
     */
    public record Carried(long hours, long pages, long reserved, long filled) {
        /** Returns of how many days it tells; hours in which nobody came are none while a site is young. */
        public double days() {
            return Math.max(1, hours / HOURS_A_DAY);
        }
    }

    /** Takes in pages: how many of their positions were reserved, and how many of those went to who was owed one. */
    public synchronized void carried(Instant at, long pages, long reserved, long filled) {
        counted.merge(at.truncatedTo(ChronoUnit.HOURS), new Counted(pages, reserved, filled), Counted::plus);
    }

    /** Returns what was carried since a time, some seconds late. */
    public Carried since(Instant since) {
        return store.carriedSince(since);
    }

    @Scheduled(fixedDelay = 5_000)
    void tell() {
        drained().forEach((hour, each) -> store.carried(hour, each.pages(), each.reserved(), each.filled()));
    }

    private synchronized Map<Instant, Counted> drained() {
        var drained = counted;
        counted = new HashMap<>();
        return drained;
    }
}
