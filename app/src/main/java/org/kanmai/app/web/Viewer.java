package org.kanmai.app.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;

/**
 * Who is asking: a signed-in person or an anonymous browser; a controller takes it as a parameter.
 *
 * @param person absent for an anonymous browser
 * @param pseudonym under which this viewer's facts are told
 * @param profiled whether what the viewer does may be used to recommend
 */
public record Viewer(@Nullable PersonId person, Set<Role> roles, Pseudonym pseudonym, boolean profiled) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Returns whether a person is signed in. */
    public boolean signedIn() {
        return person != null;
    }

    /** Returns whether the person has a role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Returns whether the viewer is this person. */
    public boolean is(PersonId other) {
        return other.equals(person);
    }

    /** Returns the signed-in person; refuses with 401 when there is none. */
    public PersonId self() {
        if (person == null) {
            throw Refusal.signInFirst();
        }
        return person;
    }
}
