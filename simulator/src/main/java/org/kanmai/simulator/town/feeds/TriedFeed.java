package org.kanmai.simulator.town.feeds;

import java.util.Map;
import java.util.Optional;
import org.kanmai.facts.Verdict;
import org.kanmai.simulator.town.world.Feed;

/** A feed that tells afterwards what it owed and decided. */
public interface TriedFeed extends Feed {

    /** Returns the first pool, if the feed owes one. */
    Optional<FirstPool> firstPool();

    /** Returns how often each verdict fell. */
    default Map<Verdict, Integer> verdicts() {
        return Map.of();
    }
}
