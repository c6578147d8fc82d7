package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/**
 * A work passed review and may be shown from now on; repeated when its words were changed and approved again.
 *
 * @param tags hashtags, lower case, and facets as {@code scene:kitchen}, {@code style:vlog}, {@code crowd:foodies}
 */
public record WorkPublished(
        long id, Instant at, Origin origin, WorkId work, PersonId creator, int durationMillis, List<String> tags)
        implements Fact.OfWork {
    public WorkPublished {
        tags = List.copyOf(tags);
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
