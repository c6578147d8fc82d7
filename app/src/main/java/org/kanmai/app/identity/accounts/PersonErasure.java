package org.kanmai.app.identity.accounts;

import java.time.Clock;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.identity.sessions.Mapping;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a person: every module deletes its rows in one transaction, the rows that tied pseudonyms to the person go
 * with their keys, and what is kept by those pseudonyms outside the log is told to go.
 */
@Component
class PersonErasure {
    private final PersonErasureStore store;
    private final Mapping mapping;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    PersonErasure(
            PersonErasureStore store,
            Mapping mapping,
            Sessions sessions,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.mapping = mapping;
        this.sessions = sessions;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Two erasures may meet in each other's rows; the one that PostgreSQL turns away goes again. */
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 3, delay = 100, jitter = 50)
    @Transactional
    void erase(PersonId person) {
        if (!store.begin(person)) {
            return;
        }
        events.publishEvent(new PersonErased(person));
        for (var pseudonym : mapping.destroy(person)) {
            events.publishEvent(new PseudonymRetired(ids.next(), clock.instant(), Origin.LIVE, pseudonym));
        }
        store.erase(person);
        sessions.forget(person);
    }
}
