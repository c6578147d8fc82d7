package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/**
 * One page that was put together for one viewer, with the terms of each item.
 *
 * @param sealed what is personal about the audience, encrypted under the pseudonym's key; empty when nothing is
 * @param features the viewer's part of the features that were used, in a numbered binary layout; may be empty
 * @param candidates the whole set of candidates, for a sample of requests, in a numbered binary layout; else empty
 */
public record Served(
        PageId page,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        long request,
        Surface surface,
        int policy,
        int stratum,
        Binary sealed,
        Binary features,
        List<ServedItem> items,
        Binary candidates)
        implements Fact.OfViewer {
    public Served {
        items = List.copyOf(items);
    }

    @Override
    public String identity() {
        return page.toString();
    }

    /** Returns the terms of the item at an index of {@link #items()}. */
    public Terms terms(int index) {
        var item = items.get(index);
        return new Terms(
                item.exposure(),
                page,
                request,
                pseudonym,
                item.subject(),
                surface,
                item.position(),
                item.source(),
                item.slot(),
                item.propensity(),
                policy,
                stratum);
    }
}
