package org.kanmai.app.river.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class SeenTests {
    private static final long WORK = 4_200_000_000_000_000L;

    private final Seen seen;
    private final SeenStore store;
    private final SeenCache cache;
    private final SeenWriter writer;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final Pseudonym pseudonym;
    private final Viewer viewer;

    SeenTests(
            Seen seen, SeenStore store, SeenCache cache, SeenWriter writer, TestClock clock, JdbcClient jdbc, Ids ids) {
        this.seen = seen;
        this.store = store;
        this.cache = cache;
        this.writer = writer;
        this.clock = clock;
        this.jdbc = jdbc;
        this.pseudonym = new Pseudonym(ids.next());
        this.viewer = new Viewer(null, Set.of(), pseudonym, false);
    }

    @Test
    void whatWasServedIsSeenFor30Minutes() {
        var served = Instant.ofEpochMilli(clock.millis());
        seen.served(page(served));
        assertThat(at(served.plus(Duration.ofMinutes(30)), cache)).isTrue();
        assertThat(at(served.plus(Duration.ofMinutes(30)).plusMillis(1), cache)).isFalse();
    }

    @Test
    void whatWasExposedIsSeenForEver() {
        seen.exposed(viewer, pseudonym, Set.of(WORK));
        assertThat(at(clock.instant().plus(Duration.ofDays(10_000)), cache)).isTrue();
        assertThat(seen.by(pseudonym).orElseThrow().contains(WORK + 1)).isFalse();
        assertThat(seen.by(pseudonym).orElseThrow().exposedCount()).isEqualTo(1);
    }

    @Test
    void whatWasExposedDoesNotComeBackWithoutRedis() {
        seen.exposed(viewer, pseudonym, Set.of(WORK));
        seen.served(page(clock.instant()));
        assertThat(at(clock.instant(), nowhere())).isTrue();
    }

    @Test
    void anExposureIsTakenWithoutRedis() {
        var blind = new SeenWriter(new SeenTransaction(store), nowhere(), clock);
        var writing = Thread.ofVirtual()
                .start(() -> blind.write(pseudonym, new Exposures(Set.of(WORK), java.time.LocalDate.of(2100, 1, 1))));
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            blind.flush();
            return !writing.isAlive();
        });
        assertThat(at(clock.instant(), cache)).isTrue();
    }

    /** A copy that another process read before the exposure and kept after it. */
    @Test
    void aCopyThatIsBehindHidesNoExposure() {
        seen.exposed(viewer, pseudonym, Set.of(WORK));
        cache.keep(pseudonym, SeenBitmap.empty());
        assertThat(at(clock.instant().plus(Duration.ofMinutes(10)), cache)).isTrue();
    }

    @Test
    void nothingIsGuessedWhenItCannotBeKnown() {
        jdbc.sql("alter table river.seen rename to seen_away").update();
        try {
            assertThat(seen.by(pseudonym)).isEmpty();
        } finally {
            jdbc.sql("alter table river.seen_away rename to seen").update();
        }
        assertThat(seen.by(pseudonym)).isPresent();
    }

    private boolean at(Instant now, SeenCache with) {
        return new Seen(store, with, writer, Clock.fixed(now, ZoneOffset.UTC))
                .by(pseudonym)
                .orElseThrow()
                .contains(WORK);
    }

    private static SeenCache nowhere() {
        var nothing = new LettuceConnectionFactory("127.0.0.1", 1);
        nothing.afterPropertiesSet();
        nothing.start();
        return new SeenCache(nothing);
    }

    private Served page(Instant at) {
        var item = new ServedItem(
                new ExposureId(1),
                Subject.work(new WorkId(WORK)),
                0,
                Source.FRESH,
                SlotKind.RANKED,
                1,
                0.5f,
                Binary.EMPTY);
        return new Served(
                new PageId(1),
                at,
                Origin.LIVE,
                pseudonym,
                1,
                Surface.FOR_YOU,
                1,
                0,
                Binary.EMPTY,
                Binary.EMPTY,
                List.of(item),
                Binary.EMPTY);
    }
}
