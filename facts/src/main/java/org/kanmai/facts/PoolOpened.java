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
 * @param favour by how much the quota was multiplied besides, and why
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
        List<NamedNumber> merits,
        PoolFavour favour)
        implements Fact.OfWork {
    public PoolOpened {
        merits = List.copyOf(merits);
        if (pool < 1 || quota < 1) {
            throw new IllegalArgumentException("not a pool: " + pool + ", " + quota);
        }
    }

    /** A promise that nothing was multiplied into. */
    public PoolOpened(
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
            List<NamedNumber> merits) {
        this(id, at, origin, work, creator, pool, quota, deadline, policy, rules, target, merits, PoolFavour.NONE);
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
