package org.kanmai.app.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.traffic.tending.Tending;
import org.kanmai.distribution.judging.Openings;
import org.kanmai.distribution.judging.PoolProgress;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.WorkId;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time alone does to open pools. */
@KanmaiTest
@Tag("TD-03")
class TendingTests {
    private static final int QUOTA = 200;

    private final PoolStore store;
    private final Tending tending;
    private final RedisConnectionFactory redis;
    private final Ids ids;
    private final Clock clock;
    private final JdbcClient jdbc;

    TendingTests(
            PoolStore store, Tending tending, RedisConnectionFactory redis, Ids ids, Clock clock, JdbcClient jdbc) {
        this.store = store;
        this.tending = tending;
        this.redis = redis;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private PoolOpened open(int pool, Duration age) {
        var at = clock.instant().minus(age);
        var bar = new PoolBar(0.3, Map.of(), Collections.nCopies(192, 1.0), 0, Cohort.ALL);
        var opened = new PoolOpened(
                ids.next(),
                at,
                Origin.LIVE,
                new WorkId(ids.next()),
                new PersonId(ids.next()),
                pool,
                QUOTA,
                at.plus(Duration.ofHours(24)),
                1,
                Openings.rules(PolicyDocument.first(), pool, Trade.SHOWS_NOTHING),
                Openings.target(Cohort.ALL, bar),
                List.of());
        store.add(opened, false, at);
        return opened;
    }

    private PoolRow row(PoolOpened opened) {
        return store.of(opened.work()).getFirst();
    }

    private void progress(PoolOpened opened, int units, int mature) {
        try (var connection = redis.getConnection()) {
            connection
                    .stringCommands()
                    .set(
                            PoolProgress.key(opened.work()).getBytes(US_ASCII),
                            new PoolProgress(opened.id(), units, mature, 0).bytes());
        }
    }

    private void moved(PoolOpened opened, int granted, Instant at) {
        jdbc.sql("update traffic.pool set granted = :granted, moved_at = :at where opening = :opening")
                .param("granted", granted)
                .param("at", Timestamp.from(at))
                .param("opening", opened.id())
                .update();
    }

    private void leasesGoBack(PoolOpened opened) {
        jdbc.sql("update traffic.lease set slots = 0 where opening = :opening")
                .param("opening", opened.id())
                .update();
    }

    @Test
    void atTheDeadlineWhatIsMissingIsOnRecordAndTheJudgeIsAskedOnce() {
        var late = open(2, Duration.ofHours(25));
        var early = open(2, Duration.ofHours(23));
        progress(late, 150, 140);
        tending.tend();
        assertThat(row(late).shortfall()).isEqualTo(50);
        assertThat(row(late).asked()).isNotNull();
        assertThat(row(early).asked()).isNull();
        var asked = row(late).asked();
        tending.tend();
        assertThat(row(late).asked()).isEqualTo(asked);
    }

    @Test
    void whatIsWholeIsLookedAtWhenItsLastUnitHadItsTime() {
        var opened = open(1, Duration.ofHours(1));
        progress(opened, QUOTA, 120);
        tending.tend();
        assertThat(row(opened).units()).isEqualTo(QUOTA);
        assertThat(row(opened).granted()).as("what no node gave is given").isEqualTo(QUOTA);
        assertThat(row(opened).asked()).isNull();
        moved(opened, QUOTA, clock.instant().minus(Duration.ofMinutes(11)));
        tending.tend();
        var asked = row(opened).asked();
        assertThat(asked).isNotNull();
        tending.tend();
        assertThat(row(opened).asked()).isEqualTo(asked);
    }

    @Test
    void whatReachedNobodyIsGivenAgain() {
        var opened = open(1, Duration.ofHours(1));
        progress(opened, 90, 80);
        tending.tend();
        // A node of this process may take slots at any time; as long as it holds some, nothing is given again.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            leasesGoBack(opened);
            moved(opened, 130, clock.instant().minus(Duration.ofMinutes(13)));
            tending.tend();
            return row(opened).granted() < 130;
        });
    }
}
