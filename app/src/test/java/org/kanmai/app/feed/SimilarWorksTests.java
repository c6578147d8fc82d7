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
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.LikedWorks;
import org.kanmai.ranking.WorkNeighbours;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;

@KanmaiTest
@Tag("TD-18")
class SimilarWorksTests {
    private static final Pseudonym ANNA = new Pseudonym(81_001);

    private final Premiere premiere;
    private final Shelf shelf;
    private final SimilarWorks similar;
    private final Audiences audiences;
    private final RedisConnectionFactory redis;
    private final Instant now;
    private final int port;

    SimilarWorksTests(
            Premiere premiere,
            Shelf shelf,
            SimilarWorks similar,
            Audiences audiences,
            RedisConnectionFactory redis,
            Clock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.similar = similar;
        this.audiences = audiences;
        this.redis = redis;
        this.now = clock.instant();
        this.port = port;
    }

    /** One work is near to both that anna likes, another to the newer of them, a third to neither; a fourth is on no shelf. */
    @Test
    void whatIsNearToMoreOfWhatTheViewerLikesComesFirstAndNothingLikedAlreadyComesAgain() {
        var olga = premiere.operator(port);
        var works = IntStream.range(0, 5)
                .mapToObj(each -> premiere.published(premiere.player(port, "maker"), olga, "面", ""))
                .toList();
        shelf.refresh();
        keep(LikedWorks.key(ANNA), liked(works.get(0), works.get(1)).bytes());
        keep(WorkNeighbours.key(works.get(0)), near(works.get(1), works.get(2), works.get(3)));
        keep(WorkNeighbours.key(works.get(1)), near(works.get(0), works.get(2), new WorkId(7)));
        assertThat(similar.find(situation(true), 9))
                .extracting(Candidate::work)
                .containsExactly(works.get(2), works.get(3));
        assertThat(similar.find(situation(true), 1)).hasSize(1);
        assertThat(similar.find(situation(false), 9)).as("not profiled").isEmpty();
    }

    @Test
    void ofWhomNothingIsKnownNothingIsFound() {
        var stranger = new Viewer(null, Set.of(), new Pseudonym(81_002), true);
        assertThat(similar.find(situation(stranger), 9)).isEmpty();
    }

    private LikedWorks liked(WorkId newest, WorkId other) {
        return new LikedWorks(List.of(
                new LikedWorks.Entry(newest, now, true), new LikedWorks.Entry(other, now.minusSeconds(60), true)));
    }

    private byte[] near(WorkId... works) {
        return WorkNeighbours.NONE.plus(List.of(works), 0.5, now).bytes();
    }

    private void keep(String key, byte[] value) {
        try (var connection = redis.getConnection()) {
            connection.stringCommands().set(key.getBytes(UTF_8), value);
        }
    }

    private Situation situation(boolean profiled) {
        return situation(new Viewer(null, Set.of(), ANNA, profiled));
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
