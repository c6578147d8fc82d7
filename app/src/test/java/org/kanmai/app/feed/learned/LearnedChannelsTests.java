package org.kanmai.app.feed.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.recall.Contents;
import org.kanmai.ranking.recall.Interactions;

/** What channels say where there is next to nothing to learn from. */
@Tag("TD-18")
class LearnedChannelsTests {
    private static final List<Source> LEARNED = List.of(Source.CONTENT, Source.GRAPH, Source.SEQUENCE);
    private static final WorkId ONLY = new WorkId(71);

    private final LearnedChannels channels = new LearnedChannels();

    @Test
    void ofAnEmptyCatalogueNothingIsFound() {
        channels.learn(new Interactions(1), Contents.of(Map.of()));
        for (var channel : LEARNED) {
            assertThat(channels.find(channel, List.of(ONLY), 10))
                    .as(channel.code())
                    .isEmpty();
            assertThat(channels.find(channel, List.of(), 10)).as(channel.code()).isEmpty();
        }
    }

    @Test
    void aSingleWorkIsNotFoundByWhoLikesItAlready() {
        var likings = new Interactions(10);
        for (long viewer = 0; viewer < 5; viewer++) {
            likings.add(viewer, ONLY.value());
        }
        channels.learn(likings, Contents.of(Map.of(ONLY.value(), List.of(1L, 2L))));
        for (var channel : LEARNED) {
            assertThat(channels.find(channel, List.of(ONLY), 10))
                    .as(channel.code())
                    .isEmpty();
        }
    }
}
