package org.kanmai.app.identity.regions;

import java.util.Map;
import org.kanmai.facts.Pseudonym;

/** The people behind some pseudonyms said where they live, and let it be used; told in the transaction that keeps it. */
public record RegionsKnown(Map<Pseudonym, Region> regions) {
    public RegionsKnown {
        regions = Map.copyOf(regions);
    }
}
