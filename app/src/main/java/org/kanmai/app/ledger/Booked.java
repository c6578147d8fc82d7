package org.kanmai.app.ledger;

import java.time.Instant;
import java.util.List;

/** An entry on the books. */
public record Booked(long id, Entry.Kind kind, String key, long subject, Instant at, List<Posting> postings) {
    public Booked {
        postings = List.copyOf(postings);
    }
}
