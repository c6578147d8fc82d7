package org.kanmai.ranking.features;

import java.time.Instant;
import java.util.List;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkPrice;

/**
 * A work as the ranker sees it, without what people did with it.
 *
 * @param tags hashtags in lower case, and facets as {@code scene:kitchen}
 * @param keywords what its words and pictures are found to be about, the weightiest first
 * @param price what the product that it shows costs
 */
public record Item(
        WorkId work,
        PersonId creator,
        Instant publishedAt,
        int durationMillis,
        List<String> tags,
        List<String> keywords,
        WorkPrice price) {
    public Item {
        tags = List.copyOf(tags);
        keywords = List.copyOf(keywords);
    }

    /** Takes a work that shows no product. */
    public Item(
            WorkId work,
            PersonId creator,
            Instant publishedAt,
            int durationMillis,
            List<String> tags,
            List<String> keywords) {
        this(work, creator, publishedAt, durationMillis, tags, keywords, WorkPrice.NONE);
    }
}
