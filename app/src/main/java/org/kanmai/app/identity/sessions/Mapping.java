package org.kanmai.app.identity.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.identity.keys.MasterKey;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows that tie pseudonyms to people: one is current, an ended one stays for a day. */
@Component
public class Mapping {
    private final MappingStore store;
    private final MasterKey master;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mapping(MappingStore store, MasterKey master, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.master = master;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the pseudonym that began today, a new one if need be; empty when the person has been erased. */
    @Transactional
    public Optional<Pseudonym> today(PersonId person) {
        if (!store.lock(person)) {
            return Optional.empty();
        }
        var today = BusinessDay.of(clock);
        var current = store.begun(person, today);
        return current.isPresent() ? current : Optional.of(renew(person, today));
    }

    /** Returns the pseudonym that a person has now. */
    public Optional<Pseudonym> current(PersonId person) {
        return store.current(person);
    }

    /** Returns every pseudonym that is still known to be a person's. */
    public List<Pseudonym> all(PersonId person) {
        return store.all(person);
    }

    /** Ends the current pseudonym, if there is one, and begins another, in the caller's transaction. */
    @Transactional
    public Pseudonym renew(PersonId person) {
        if (!store.lock(person)) {
            throw new IllegalStateException("a person who was erased gets no pseudonym");
        }
        return renew(person, BusinessDay.of(clock));
    }

    /** Deletes the rows of a person: the facts under the pseudonyms that it returns are nobody's from then on. */
    @Transactional
    public List<Pseudonym> destroy(PersonId person) {
        return store.destroy(person);
    }

    /** Ends the pseudonyms of former days, at most so many: of those who did not consent and do not come back. */
    public int endDays(int most) {
        return store.endDays(BusinessDay.of(clock), clock.instant(), most);
    }

    /** Deletes ended rows after their day of grace, at most so many. */
    @Transactional
    public int expire(int most) {
        var expired = store.expire(clock.instant().minus(Pseudonyms.GRACE), most);
        if (!expired.isEmpty()) {
            events.publishEvent(new PseudonymsExpired(expired));
        }
        return expired.size();
    }

    private Pseudonym renew(PersonId person, LocalDate today) {
        store.end(person, clock.instant());
        var pseudonym = RandomPseudonym.next();
        store.add(person, pseudonym, master.wrapNew(Pseudonyms.keyContext(pseudonym)), today);
        events.publishEvent(new PseudonymBegun(person, pseudonym));
        return pseudonym;
    }
}
