package org.kanmai.app.identity.settlers;

import java.time.Instant;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;

/** Somebody whom nobody can sign in as, under the pseudonym that they have kept since they joined. */
public record Settler(PersonId person, String handle, Pseudonym pseudonym, Instant joinedAt) {}
