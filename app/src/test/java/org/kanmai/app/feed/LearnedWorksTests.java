package org.kanmai.app.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Works;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.feed.learned.Taught;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.LikedWorks;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Noodles and teas, and two circles of viewers who like the ones or the others; one of the noodles nobody has seen. */
@KanmaiTest
@Tag("TD-18")
@Tag("TD-20")
class LearnedWorksTests {
    private static final Pseudonym ANNA = new Pseudonym(81_501);

    private final Premiere premiere;
    private final Shelf shelf;
    private final Taught taught;
    private final LearnedWorks untaught;
    private final Features features;
    private final Works works;
    private final Audiences audiences;
    private final RedisConnectionFactory redis;
    private final Instant now;
    private final int port;

    LearnedWorksTests(
            Premiere premiere,
            Shelf shelf,
            Taught taught,
            LearnedWorks untaught,
            Features features,
            Works works,
            Audiences audiences,
            RedisConnectionFactory redis,
            Clock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.taught = taught;
        this.untaught = untaught;
        this.features = features;
        this.works = works;
        this.audiences = audiences;
        this.redis = redis;
        this.now = clock.instant();
        this.port = port;
    }

    private List<WorkId> published(List<Premiere.Player> makers, Premiere.Player olga, String tag, int count) {
        return IntStream.range(0, count)
                .mapToObj(each ->
                        premiere.published(makers.get(each % 2), olga, "尝尝", "\"hashtags\": [\"%s\"]".formatted(tag)))
                .toList();
    }

    @Test
    void channelsFindWhatOthersLikeWhoLikeTheSameAndContentFindsWhatNobodyHasSeen() {
        var makers = List.of(premiere.player(port, "maker"), premiere.player(port, "maker"));
        var olga = premiere.operator(port);
        var noodles = published(makers, olga, "hotnoodles", 4);
        var teas = published(makers, olga, "coldtea", 3);
        shelf.refresh();
        like(noodles.get(0), noodles.get(1));
        assertThat(found(untaught, Source.CONTENT, true))
                .as("nothing is learned")
                .isEmpty();
        var learned =
                new LearnedWorks(taught.circles(noodles.subList(0, 3), teas, noodles.subList(3, 4)), features, works);
        for (var channel : List.of(Source.GRAPH, Source.SEQUENCE)) {
            assertThat(found(learned, channel, true)).as("%s", channel).startsWith(noodles.get(2));
            assertThat(found(learned, channel, true)).doesNotContain(noodles.get(0), noodles.get(3));
        }
        assertThat(found(learned, Source.CONTENT, true).subList(0, 2))
                .as("one that they like, and one that nobody has seen")
                .containsExactlyInAnyOrder(noodles.get(2), noodles.get(3));
        assertThat(found(learned, Source.CONTENT, false)).as("not profiled").isEmpty();
    }

    private void like(WorkId newest, WorkId other) {
        var liked = new LikedWorks(List.of(
                new LikedWorks.Entry(newest, now, true), new LikedWorks.Entry(other, now.minusSeconds(60), true)));
        try (var connection = redis.getConnection()) {
            connection.stringCommands().set(LikedWorks.key(ANNA).getBytes(UTF_8), liked.bytes());
        }
    }

    private List<WorkId> found(LearnedWorks learned, Source channel, boolean profiled) {
        return learned.find(channel, situation(new Viewer(null, Set.of(), ANNA, profiled)), 8).stream()
                .map(Candidate::work)
                .toList();
    }

    private Situation situation(Viewer viewer) {
        return new Situation(
                77,
                now,
                viewer,
                Surface.FOR_YOU,
                false,
                Optional.empty(),
                audiences.anybody(Surface.FOR_YOU, now),
                Set.of(),
                Set.of(),
                Set.of(),
                PolicyDocument.first(),
                Map.of());
    }
}
