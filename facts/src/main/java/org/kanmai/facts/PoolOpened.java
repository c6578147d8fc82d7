package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/**
 * A work was promised exposures, and by which rules they will be judged.
 *
 * @param pool 1 for the first
 * @param quota units
 * @param deadline until when they are owed
 * @param policy version of the rules
 * @param merits what the quota rests on, by name, each in [0, 1]
 */
public record PoolOpened(
        long id,
        Instant at,
        Origin origin,
        WorkId work,
        PersonId creator,
        int pool,
        int quota,
        Instant deadline,
        int policy,
        PoolRules rules,
        PoolTarget target,
        List<NamedNumber> merits)
        implements Fact.OfWork {
    public PoolOpened {
        merits = List.copyOf(merits);
        if (pool < 1 || quota < 1) {
            throw new IllegalArgumentException("not a pool: " + pool + ", " + quota);
        }
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
