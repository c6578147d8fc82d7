package org.kanmai.app.identity.regions;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Says who lives in the same region; there are only those who let that be used, and only for one of them. */
@Component
public class Neighbours {
    private final RegionStore store;

    Neighbours(RegionStore store) {
        this.store = store;
    }

    /**
     * Returns where a person lives when at least so many of some others live there too: then saying it tells of nobody. Empty for
     * who has not said so or does not let it be used, and for elsewhere.
     */
    public Optional<Region> shared(PersonId person, Collection<PersonId> among, int others) {
        return of(person, among).size() < others ? Optional.empty() : store.find(person);
    }

    /** Returns whether somebody has said where they live, lets that be used, and it is a place. */
    public boolean isPlaced(PersonId person) {
        return home(person).isPresent();
    }

    /** Returns where somebody lives who has said so and lets that be used, if it is a place. */
    public Optional<Region> home(PersonId person) {
        return store.find(person).filter(region -> !region.equals(Region.ELSEWHERE));
    }

    /** Returns which of some people live where a person does; none for who has not said so or does not let it be used, and none elsewhere. */
    public Set<PersonId> of(PersonId person, Collection<PersonId> among) {
        return among.isEmpty() ? Set.of() : store.neighbours(person, Region.ELSEWHERE, among);
    }
}
