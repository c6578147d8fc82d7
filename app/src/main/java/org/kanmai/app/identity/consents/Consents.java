package org.kanmai.app.identity.consents;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kanmai.app.identity.regions.Regions;
import org.kanmai.app.identity.sessions.Mapping;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Purpose;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks, keeps and changes what people consented to; a change holds from the next request on. */
@Component
public class Consents {
    private final ConsentStore store;
    private final Mapping mapping;
    private final Sessions sessions;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Consents(
            ConsentStore store,
            Mapping mapping,
            Sessions sessions,
            Regions regions,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.mapping = mapping;
        this.sessions = sessions;
        this.regions = regions;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns a person's answer for each purpose. */
    public List<Consent> of(PersonId person) {
        var answered = store.of(person);
        return Arrays.stream(Purpose.values())
                .map(purpose -> answered.getOrDefault(purpose, new Consent(purpose, false, null)))
                .toList();
    }

    /** Returns every answer that a person ever gave, the newest first. */
    public Slice<Consent> history(PersonId person, Paging paging) {
        return Slice.of(store.history(person, paging), paging, ConsentStore.Answered::id)
                .map(ConsentStore.Answered::consent);
    }

    /** Returns the answers of a browser without an account: it is only asked whether it may be profiled. */
    public static List<Consent> ofVisitor(boolean profiled) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> new Consent(purpose, profiled && purpose == Purpose.BEHAVIOUR, null))
                .toList();
    }

    /**
     * Keeps the answers given at sign-up, in the caller's transaction, and begins the person's pseudonym. They are no
     * facts on the log: a fact of that very moment would tie the pseudonym to the time in the person's id.
     */
    @Transactional
    public void begin(PersonId person, Set<Purpose> given) {
        mapping.renew(person);
        for (var purpose : Purpose.values()) {
            keep(person, purpose, given.contains(purpose));
        }
    }

    /** Gives or withdraws the consent to a purpose. */
    @Transactional
    public void change(PersonId person, Purpose purpose, boolean given) {
        boolean before = store.lock(person, purpose);
        keep(person, purpose, given);
        if (purpose == Purpose.REGION && !given) {
            regions.forget(person);
        }
        if (before == given) {
            return;
        }
        var pseudonym = mapping.current(person).orElseGet(() -> mapping.renew(person));
        if (purpose == Purpose.BEHAVIOUR) {
            profile(person, pseudonym, given);
        } else {
            tell(pseudonym, purpose, given);
        }
        sessions.forget(person);
    }

    /** Tells the facts of a browser's answer: its pseudonym changes with it. */
    @Transactional
    public void changed(Pseudonym before, Pseudonym after, boolean given) {
        tell(given ? after : before, Purpose.BEHAVIOUR, given);
        if (!given) {
            retire(before);
        }
    }

    private void profile(PersonId person, Pseudonym before, boolean given) {
        changed(before, mapping.renew(person), given);
    }

    private void keep(PersonId person, Purpose purpose, boolean given) {
        store.keep(ids.next(), person, new Consent(purpose, given, clock.instant()));
    }

    private void tell(Pseudonym pseudonym, Purpose purpose, boolean given) {
        events.publishEvent(new ConsentChanged(ids.next(), clock.instant(), Origin.LIVE, pseudonym, purpose, given));
    }

    private void retire(Pseudonym pseudonym) {
        events.publishEvent(new PseudonymRetired(ids.next(), clock.instant(), Origin.LIVE, pseudonym));
    }
}
