package org.kanmai.app.policy;

import org.kanmai.app.identity.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves nobody's name on what an erased person proposed, withdrew or released, in the transaction of the erasure. */
@Component
class Erasure {
    private final DocumentStore documents;
    private final ReleaseStore releases;

    Erasure(DocumentStore documents, ReleaseStore releases) {
        this.documents = documents;
        this.releases = releases;
    }

    @EventListener
    void erased(PersonErased erased) {
        documents.erase(erased.person());
        documents.eraseWithdrawals(erased.person());
        releases.erase(erased.person());
    }
}
