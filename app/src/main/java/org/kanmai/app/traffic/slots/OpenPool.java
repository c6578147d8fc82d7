package org.kanmai.app.traffic.slots;

import java.time.Instant;
import org.kanmai.distribution.planning.Pacing;

/** An open pool as nodes that place works know it. */
record OpenPool(long opening, long work, int pool, int quota, int granted, Instant openedAt, Instant deadline) {

    OpenPool withMoreGranted(int more) {
        return new OpenPool(opening, work, pool, quota, granted + more, openedAt, deadline);
    }

    double weight(Instant now) {
        return new Pacing(pool, quota, granted, openedAt, deadline).weight(now);
    }
}
