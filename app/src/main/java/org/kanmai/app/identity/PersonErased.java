package org.kanmai.app.identity;

import org.kanmai.facts.PersonId;

/** A person is being erased, in this transaction: each module deletes its rows of the person or makes them nobody's. */
public record PersonErased(PersonId person) {}
