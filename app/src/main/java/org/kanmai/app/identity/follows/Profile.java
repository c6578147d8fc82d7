package org.kanmai.app.identity.follows;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;

/**
 * A person's page, as one viewer sees it.
 *
 * @param likes of all their works
 * @param followed whether the viewer follows the person
 * @param blocked whether the viewer blocks the person
 */
record Profile(
        PersonId id,
        String handle,
        String name,
        String bio,
        @Nullable String avatar,
        long followers,
        long following,
        long works,
        long likes,
        boolean followed,
        boolean blocked,
        boolean self) {}
