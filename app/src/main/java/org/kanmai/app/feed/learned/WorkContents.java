package org.kanmai.app.feed.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.content.understanding.Understanding;
import org.kanmai.app.content.understanding.Understandings;
import org.kanmai.ranking.features.Item;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.SiteShape;
import org.springframework.stereotype.Component;

/** What works are like, in the ids of the ranker's fields, so that one that nobody has watched is found too. */
@Component
class WorkContents {
    private final Works works;
    private final Understandings understandings;

    WorkContents(Works works, Understandings understandings) {
        this.works = works;
        this.understandings = understandings;
    }

    /** Returns the contents of the newest works. */
    Map<Long, List<Long>> newest(int most) {
        var candidates = works.fresh(most);
        var understood =
                understandings.of(candidates.stream().map(Candidate::work).toList());
        var contents = new HashMap<Long, List<Long>>();
        for (var candidate : candidates) {
            contents.put(candidate.work().value(), content(candidate, understood.get(candidate.work())));
        }
        return contents;
    }

    private static List<Long> content(Candidate candidate, @Nullable Understanding understanding) {
        var item = new Item(
                candidate.work(),
                candidate.creator(),
                candidate.publishedAt(),
                candidate.durationMillis(),
                candidate.tags(),
                understanding == null ? List.of() : understanding.keywords());
        return new ItemIds(SiteShape.item(item), new long[0], new double[0]).content();
    }
}
