package org.kanmai.app.feed.learned;

import java.util.Collection;
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
import org.kanmai.ranking.recall.Contents;
import org.kanmai.ranking.recall.Sketch;
import org.springframework.stereotype.Component;

/**
 * What works are like, in the ids of the ranker's fields and by what their words say, so that one that nobody has watched is found
 * too. Of a work that is not understood the fields alone are known.
 */
@Component
class WorkContents {
    private final Works works;
    private final Understandings understandings;

    WorkContents(Works works, Understandings understandings) {
        this.works = works;
        this.understandings = understandings;
    }

    /** Returns the contents of the newest works. */
    Contents newest(int most) {
        var candidates = works.fresh(most);
        var understood =
                understandings.of(candidates.stream().map(Candidate::work).toList());
        var contents = new HashMap<Long, List<Long>>();
        for (var candidate : candidates) {
            contents.put(candidate.work().value(), content(candidate, understood.get(candidate.work())));
        }
        return new Contents(contents, meanings(understood.values()));
    }

    /** Works that were understood by another model, whose directions have another length, are left out. */
    private static Map<Long, float[]> meanings(Collection<Understanding> understood) {
        int length =
                understood.stream().mapToInt(Understanding::dimensions).max().orElse(0);
        var meanings = new HashMap<Long, float[]>();
        var sketch = new Sketch(length);
        for (var each : understood) {
            if (length > 0 && each.dimensions() == length) {
                var meaning = new float[length];
                each.copyMeaning(meaning, 0);
                meanings.put(each.work().value(), sketch.of(meaning));
            }
        }
        return meanings;
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
