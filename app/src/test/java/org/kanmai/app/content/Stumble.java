package org.kanmai.app.content;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** Fails an erasure as a deadlock does, once. */
@Component
class Stumble {
    private final Set<PersonId> people = ConcurrentHashMap.newKeySet();

    void once(PersonId person) {
        people.add(person);
    }

    @EventListener
    void erased(PersonErased erased) {
        if (people.remove(erased.person())) {
            throw new CannotAcquireLockException("deadlock detected");
        }
    }
}
