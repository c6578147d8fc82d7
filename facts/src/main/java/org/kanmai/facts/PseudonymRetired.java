package org.kanmai.facts;

import java.time.Instant;

/** A pseudonym ended, by erasure or by withdrawn consent: whatever is kept by it outside the log is cleared. */
public record PseudonymRetired(long id, Instant at, Origin origin, Pseudonym pseudonym) implements Fact.OfViewer {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
