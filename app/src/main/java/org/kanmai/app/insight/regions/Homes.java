package org.kanmai.app.insight.regions;

import java.util.Map;
import java.util.Set;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.identity.regions.RegionsForgotten;
import org.kanmai.app.identity.regions.RegionsKnown;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows in which regions the people behind pseudonyms live, for as long as each of them lets it be used. */
@Component
public class Homes {
    /** Beyond it those with the smallest pseudonyms, which are random, count as of unknown region. */
    private static final int MOST = 500_000;

    private final HomeStore store;

    Homes(HomeStore store) {
        this.store = store;
    }

    /** Returns where people live, at most half a million. */
    public Map<Pseudonym, Region> all() {
        return store.all(MOST);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void known(RegionsKnown event) {
        store.keep(event.regions());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forgotten(RegionsForgotten event) {
        store.delete(event.pseudonyms());
    }

    @EventListener
    void retired(PseudonymRetired event) {
        store.delete(Set.of(event.pseudonym()));
    }
}
