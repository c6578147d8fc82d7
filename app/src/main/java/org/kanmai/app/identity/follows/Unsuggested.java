package org.kanmai.app.identity.follows;

import java.util.Set;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom people did not want suggested: a setting of theirs, told to nobody and no fact on the log. */
@Component
public class Unsuggested {
    /** So many are remembered of one person, the latest. */
    static final int MOST = 500;

    private final UnsuggestedStore store;

    Unsuggested(UnsuggestedStore store) {
        this.store = store;
    }

    /** Returns whom a person did not want suggested. */
    public Set<PersonId> of(PersonId person) {
        return store.of(person, MOST);
    }

    /** Suggests somebody no more to a person; a second time changes nothing. */
    @Transactional
    public void dismiss(PersonId person, PersonId other) {
        store.add(person, other);
        store.keepLatest(person, MOST);
    }

    /** Takes it back; a second time changes nothing. */
    public void recall(PersonId person, PersonId other) {
        store.remove(person, other);
    }

    @EventListener
    void erased(PersonErased event) {
        store.removeAll(event.person());
    }
}
