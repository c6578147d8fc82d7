package org.kanmai.facts;

import java.time.Instant;

/** An item came into a viewer's sight; it carries its terms, so that it never depends on its page's record. */
public record Exposed(Terms terms, Instant at, Origin origin) implements Fact.OfSubject {

    @Override
    public String identity() {
        return terms.exposure().toString();
    }

    @Override
    public Pseudonym pseudonym() {
        return terms.pseudonym();
    }

    @Override
    public Subject subject() {
        return terms.subject();
    }

    @Override
    public Source source() {
        return terms.source();
    }
}
