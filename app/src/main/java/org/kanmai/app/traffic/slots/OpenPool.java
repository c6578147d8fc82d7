package org.kanmai.app.traffic.slots;

import java.time.Instant;
import org.kanmai.distribution.planning.Pacing;

/** An open pool as nodes that place works know it. */
record OpenPool(long opening, long work, int pool, int quota, int granted, Instant openedAt, Instant deadline) {

    double weight(Instant now) {
        return new Pacing(pool, quota, granted, openedAt, deadline).weight(now);
    }
}
