package org.kanmai.app.identity.regions;

import java.util.Set;
import org.kanmai.facts.Pseudonym;

/** Nobody may know any more where the people behind some pseudonyms live; copies go in the same transaction. */
public record RegionsForgotten(Set<Pseudonym> pseudonyms) {
    public RegionsForgotten {
        pseudonyms = Set.copyOf(pseudonyms);
    }
}
