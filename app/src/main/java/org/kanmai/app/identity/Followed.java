package org.kanmai.app.identity;

import org.kanmai.facts.PersonId;

/** A person follows another from now on; an event in the transaction of the follow. */
public record Followed(PersonId follower, PersonId followed) {}
