package org.kanmai.app.identity.regions;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.identity.sessions.Mapping;
import org.kanmai.app.identity.sessions.PseudonymBegun;
import org.kanmai.app.identity.sessions.PseudonymsExpired;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where people say that they live, and tells of it by the pseudonyms that are theirs at that time, never on the log. */
@Component
public class Regions {
    private final RegionStore store;
    private final Mapping mapping;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Regions(RegionStore store, Mapping mapping, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.mapping = mapping;
        this.events = events;
        this.clock = clock;
    }

    Optional<Region> of(PersonId person) {
        return store.find(person);
    }

    /** Keeps where somebody lives; refuses with 409 {@code not-consented} who has not consented to the use of it. */
    @Transactional
    void keep(PersonId person, Region region) {
        if (!store.keep(person, region, clock.instant())) {
            throw Refusal.conflict(
                    "not-consented",
                    "You have not agreed to this",
                    "Let your region be used first; then say which it is.");
        }
        var known = mapping.all(person).stream().collect(Collectors.toMap(Function.identity(), each -> region));
        events.publishEvent(new RegionsKnown(known));
    }

    /** Forgets where somebody lives, everywhere. */
    @Transactional
    public void forget(PersonId person) {
        if (store.delete(person)) {
            events.publishEvent(new RegionsForgotten(Set.copyOf(mapping.all(person))));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void begun(PseudonymBegun event) {
        store.find(event.person())
                .ifPresent(region -> events.publishEvent(new RegionsKnown(Map.of(event.pseudonym(), region))));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void expired(PseudonymsExpired event) {
        events.publishEvent(new RegionsForgotten(Set.copyOf(event.pseudonyms())));
    }
}
