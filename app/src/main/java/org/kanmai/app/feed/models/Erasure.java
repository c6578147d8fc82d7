package org.kanmai.app.feed.models;

import org.kanmai.app.identity.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves nobody's name on a model that an erased person held, in the transaction of the erasure. */
@Component
class Erasure {
    private final ModelStore store;

    Erasure(ModelStore store) {
        this.store = store;
    }

    @EventListener
    void erased(PersonErased erased) {
        store.erase(erased.person());
    }
}
