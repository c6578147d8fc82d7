package org.kanmai.app.identity.sessions;

import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;

/** A person has another pseudonym from now on; told in the transaction of its row. */
public record PseudonymBegun(PersonId person, Pseudonym pseudonym) {}
