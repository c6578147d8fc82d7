package org.kanmai.app.insight.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.facts.WorkId;

/**
 * What three places count of one work, side by side.
 *
 * @param positions how far each reader of the log is; absent while the log does not answer
 * @param settled whether lake and streams have read all of the log, so that their numbers can be compared
 * @param agree whether they are the same
 */
record Agreement(WorkId work, List<Row> rows, Freshness.@Nullable Positions positions, boolean settled, boolean agree) {
    Agreement {
        rows = List.copyOf(rows);
    }

    /**
     * One count.
     *
     * @param postgresql absent for what has no rows there
     */
    record Row(
            String measure, long lake, long redis, @Nullable Long postgresql) {
        boolean agrees() {
            return lake == redis;
        }
    }
}
