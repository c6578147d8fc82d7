package org.kanmai.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A viewer did something in a live room.
 *
 * @param exposure the exposure that led into the room, absent when the viewer came by another way
 * @param source why the room had been shown
 * @param product which product, of those acts that have one
 * @param amount how often, or after how many milliseconds somebody left; at least 0
 */
public record Attended(
        long id,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        @Nullable ExposureId exposure,
        RoomId room,
        Source source,
        Attendance what,
        @Nullable ProductId product,
        long amount)
        implements Fact.OfViewer {
    public Attended {
        if (amount < 0 || (product != null) != (what == Attendance.OPENED_PRODUCT)) {
            throw new IllegalArgumentException("nobody " + what + " " + product + " by " + amount);
        }
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
