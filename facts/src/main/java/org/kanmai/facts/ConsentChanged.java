package org.kanmai.facts;

import java.time.Instant;

/** A viewer gave or withdrew the consent to one purpose. */
public record ConsentChanged(long id, Instant at, Origin origin, Pseudonym pseudonym, Purpose purpose, boolean given)
        implements Fact.OfViewer {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
