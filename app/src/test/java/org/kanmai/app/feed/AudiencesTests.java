package org.kanmai.app.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.features.Audience;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;

@KanmaiTest
@Tag("TD-30")
class AudiencesTests {
    private final Audiences audiences;
    private final Cast cast;
    private final RedisConnectionFactory redis;
    private final Instant now;
    private final int port;

    AudiencesTests(
            Audiences audiences, Cast cast, RedisConnectionFactory redis, Clock clock, @LocalServerPort int port) {
        this.audiences = audiences;
        this.cast = cast;
        this.redis = redis;
        this.now = clock.instant();
        this.port = port;
    }

    @Test
    void whatWasChosenCountsLikeALikeAndFadesAsTheViewerWatches() {
        var anna = anna();
        assertThat(audience(anna).taste().tag("tea")).isCloseTo(2, within(0.01));
        assertThat(audience(anna).interests().tags(5)).containsExactly("tea");
        watched(anna.pseudonym(), 15);
        assertThat(audience(anna).taste().tag("tea")).isCloseTo(1, within(0.01));
        watched(anna.pseudonym(), 30);
        assertThat(audience(anna).taste().isEmpty()).isTrue();
    }

    @Test
    void whoChoseNothingAndOfWhomNothingIsKnownHasNoTaste() {
        assertThat(audience(new Viewer(null, Set.of(), new Pseudonym(92_001), true))
                        .taste()
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Tag("GV-02")
    void whoHasNotAgreedIsNobodyWhateverWasChosen() {
        var anna = anna();
        var unprofiled = new Viewer(anna.person(), Set.of(), anna.pseudonym(), false);
        assertThat(audience(unprofiled).taste().isEmpty()).isTrue();
    }

    /** What a viewer likes lies beside it and is read all the same. */
    @Test
    void aDamagedValueIsAsGoodAsNoneAndTakesNothingElseWithIt() {
        var anna = anna();
        watched(anna.pseudonym(), 3);
        damage(ViewerInterests.key(anna.pseudonym()));
        assertThat(audience(anna).watches().entries()).hasSize(3);
        damage(RecentWatches.key(anna.pseudonym()));
        assertThat(audience(anna).watches()).isEqualTo(RecentWatches.NONE);
    }

    private void damage(String key) {
        try (var connection = redis.getConnection()) {
            connection.stringCommands().set(key.getBytes(UTF_8), new byte[] {1, 7, 7});
        }
    }

    private Viewer anna() {
        var handle = Cast.handle("anna");
        Browser.of(port, handle).put("/api/me/interests", "{\"tags\": [\"tea\"]}");
        var person = cast.id(handle);
        return new Viewer(person, Set.of(), new Pseudonym(cast.pseudonym(person)), true);
    }

    private Audience audience(Viewer viewer) {
        return audiences.of(viewer, Set.of(), 2, Surface.FOR_YOU, now);
    }

    private void watched(Pseudonym viewer, int works) {
        var watches = new RecentWatches(LongStream.range(0, works)
                .mapToObj(work -> new RecentWatches.Entry(new WorkId(work), now, 100))
                .toList());
        try (var connection = redis.getConnection()) {
            connection.stringCommands().set(RecentWatches.key(viewer).getBytes(UTF_8), watches.bytes());
        }
    }
}
