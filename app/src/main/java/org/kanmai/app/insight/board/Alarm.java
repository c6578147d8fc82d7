package org.kanmai.app.insight.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ShopId;

/**
 * A figure that is or was beyond its bar (DX-02, EC-14, EC-22).
 *
 * @param shop whose figure; absent for that of the whole site
 * @param value when it was seen beyond its bar last
 * @param overAt when it was within its bar again; absent while it is not
 */
record Alarm(
        String id,
        String metric,
        @Nullable ShopId shop,
        double value,
        double bar,
        Instant raisedAt,
        @Nullable Instant overAt) {}
