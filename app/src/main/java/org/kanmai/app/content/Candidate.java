package org.kanmai.app.content;

import java.time.Instant;
import java.util.List;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;

/**
 * What a recommender must know of a published work.
 *
 * @param tags hashtags in lower case, and facets as {@code scene:kitchen}
 * @param fingerprint 64-bit dHash of the pictures
 */
public record Candidate(
        WorkId work, PersonId creator, Instant publishedAt, int durationMillis, List<String> tags, long fingerprint) {
    public Candidate {
        tags = List.copyOf(tags);
    }
}
