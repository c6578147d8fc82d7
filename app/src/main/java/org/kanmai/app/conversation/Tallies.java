package org.kanmai.app.conversation;

import java.util.Collection;
import java.util.Map;
import org.kanmai.app.content.Reactions;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Gives {@code content} the counts that it shows with works. */
@Component
class Tallies implements Reactions {
    private final ReactionStore store;

    Tallies(ReactionStore store) {
        this.store = store;
    }

    @Override
    public Map<WorkId, Counted> counts(Collection<WorkId> works) {
        return works.isEmpty() ? Map.of() : store.counts(works);
    }

    @Override
    public Map<WorkId, Mine> mine(PersonId person, Collection<WorkId> works) {
        return works.isEmpty() ? Map.of() : store.mine(person, works);
    }
}
