package org.kanmai.app.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.web.Role;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Finds people and whom they follow or block; an erased person is never found. */
@Component
public final class People {
    /** The most people that one person follows, or blocks. */
    public static final int LARGEST_CIRCLE = 10_000;

    private final PersonStore store;

    People(PersonStore store) {
        this.store = store;
    }

    /** Returns a person. */
    public Optional<Person> find(PersonId person) {
        return Optional.ofNullable(find(List.of(person)).get(person));
    }

    /** Returns those of some people who are here. */
    public Map<PersonId, Person> find(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : store.find(people);
    }

    /** Returns who has a handle; upper-case letters and a leading {@code @} do not matter. */
    public Optional<Person> byHandle(String handle) {
        return store.byHandle(Handles.plain(handle));
    }

    /** Returns whether a person has a role. */
    public boolean has(PersonId person, Role role) {
        return store.has(person, role);
    }

    /** Returns people who have a role, those of oldest accounts first. */
    public List<PersonId> having(Role role, int limit) {
        return store.having(role, limit);
    }

    /** Returns whom a person follows, the latest first. */
    public List<PersonId> followed(PersonId viewer, int limit) {
        return store.followed(viewer, Math.min(limit, LARGEST_CIRCLE));
    }

    /** Somebody who follows, and the number of their follow. */
    public record Fan(PersonId person, long follow) {}

    /** Returns who follows a person by a follow of a smaller number, the latest first. */
    public List<Fan> fans(PersonId person, long before, int limit) {
        return store.fans(person, before, limit);
    }

    /** Returns how many people follow a person. */
    public long followers(PersonId person) {
        return store.followers(person);
    }

    /** Returns whether an operator has checked a person's real name. */
    public boolean verified(PersonId person) {
        return store.verified(person);
    }

    /** Returns which of some people a person follows. */
    public Set<PersonId> followedAmong(PersonId viewer, Collection<PersonId> people) {
        return people.isEmpty() ? Set.of() : store.followedAmong(viewer, people);
    }

    /** Returns whom a person blocks and who blocks the person, their own blocks first, at most 10,000. */
    public Set<PersonId> blocked(PersonId viewer) {
        return store.blocked(viewer, LARGEST_CIRCLE);
    }
}
