package org.kanmai.app.identity.follows;

import java.util.List;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** People whom somebody does not follow yet and is tied to through others; who is blocked, either way, is never among them. */
@Component
public class WeakTies {
    private final WeakTieStore store;

    WeakTies(WeakTieStore store) {
        this.store = store;
    }

    /**
     * Somebody, and how strong the tie is.
     *
     * @param common through how many others
     */
    public record Tie(PersonId person, long common) {}

    /** Returns whom those follow whom a person follows, the most common first. */
    public List<Tie> of(PersonId person, int limit) {
        return store.followedByFollowed(person, limit);
    }

    /** Returns who has followers in common with those whom a person follows, the most common first. */
    public List<Tie> alike(PersonId person, int limit) {
        return store.alikeInFollowers(person, limit);
    }

    /** Returns who has the most followers among some people, the most first; as many as have any. */
    public List<Tie> mostFollowed(List<PersonId> among) {
        return among.isEmpty() ? List.of() : store.mostFollowed(among);
    }
}
