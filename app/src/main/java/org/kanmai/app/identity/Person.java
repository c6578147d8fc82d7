package org.kanmai.app.identity;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;

/**
 * What everybody may know of a person.
 *
 * @param handle unique, {@code [a-z0-9_]{3,24}}
 * @param avatar address of the picture, absent when there is none
 */
public record Person(
        PersonId id,
        String handle,
        String name,
        String bio,
        @Nullable String avatar) {}
