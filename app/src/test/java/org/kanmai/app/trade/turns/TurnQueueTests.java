package org.kanmai.app.trade.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@KanmaiTest
@Tag("LC-03")
class TurnQueueTests {
    private static final PersonId MEI = new PersonId(11);
    private static final PersonId LI = new PersonId(12);
    private static final PersonId AN = new PersonId(13);
    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");

    private final TurnQueue queue;
    private final Ids ids;

    TurnQueueTests(TurnQueue queue, Ids ids) {
        this.queue = queue;
        this.ids = ids;
    }

    private SaleId sale() {
        return new SaleId(ids.next());
    }

    @Test
    void theyAreLetInInTheOrderInWhichTheyCame() {
        var sale = sale();
        assertThat(queue.enter(MEI, sale, 1, NOW)).isEqualTo(new Turn.In());
        assertThat(queue.enter(LI, sale, 1, NOW)).isEqualTo(new Turn.Waiting(1, 1, false));
        assertThat(queue.enter(AN, sale, 1, NOW)).isEqualTo(new Turn.Waiting(2, 2, false));
        assertThat(queue.enter(AN, sale, 1, NOW)).isEqualTo(new Turn.Waiting(2, 2, false));
        assertThat(queue.enter(MEI, sale, 1, NOW)).isEqualTo(new Turn.In());
        queue.leave(MEI, sale);
        assertThat(queue.enter(AN, sale, 1, NOW)).isEqualTo(new Turn.Waiting(1, 1, false));
        assertThat(queue.enter(LI, sale, 1, NOW)).isEqualTo(new Turn.In());
        assertThat(queue.enter(MEI, sale, 1, NOW)).isEqualTo(new Turn.Waiting(2, 2, true));
    }

    @Test
    void whoIsLetInAndDoesNotOrderMakesRoom() {
        var sale = sale();
        queue.enter(MEI, sale, 1, NOW);
        var later = NOW.plus(TurnQueue.HOLD);
        assertThat(queue.enter(LI, sale, 1, later.minusMillis(1))).isEqualTo(new Turn.Waiting(1, 1, false));
        assertThat(queue.enter(LI, sale, 1, later)).isEqualTo(new Turn.In());
    }

    @Test
    void whoDoesNotAskAgainLosesThePlace() {
        var sale = sale();
        queue.enter(MEI, sale, 1, NOW);
        queue.enter(LI, sale, 1, NOW);
        queue.enter(AN, sale, 1, NOW.plus(TurnQueue.PATIENCE));
        queue.leave(MEI, sale);
        var later = NOW.plus(TurnQueue.PATIENCE).plusMillis(1);
        assertThat(queue.enter(AN, sale, 1, later)).isEqualTo(new Turn.In());
        assertThat(queue.enter(LI, sale, 1, later)).isEqualTo(new Turn.Waiting(1, 1, false));
    }

    @Test
    void whoIsInsideWhenNothingIsLeftStaysFirst() {
        var sale = sale();
        queue.enter(MEI, sale, 1, NOW);
        queue.enter(LI, sale, 1, NOW);
        var later = NOW.plus(TurnQueue.HOLD).minusMillis(1);
        assertThat(queue.enter(MEI, sale, 0, later)).isEqualTo(new Turn.Waiting(1, 2, true));
        assertThat(queue.enter(LI, sale, 1, later.plusMillis(2))).isEqualTo(new Turn.Waiting(1, 1, false));
        assertThat(queue.enter(MEI, sale, 1, later.plusMillis(2))).isEqualTo(new Turn.In());
    }

    @Test
    void aFullQueueTakesNobodyButKeepsWhoIsInIt() {
        var sale = sale();
        queue.enter(MEI, sale, 1, NOW);
        for (int number = 0; number < TurnQueue.MOST; number++) {
            assertThat(queue.crowd(sale, null)).isEmpty();
            assertThat(queue.enter(new PersonId(1_000L + number), sale, 1, NOW))
                    .isEqualTo(new Turn.Waiting(number + 1, number + 1, false));
        }
        assertThat(queue.enter(LI, sale, 1, NOW)).isEqualTo(new Turn.Full(false));
        var crowd = queue.crowd(sale, null).orElseThrow();
        assertThat(crowd.people())
                .hasSize(TurnQueue.MOST + 1)
                .contains("11", "1000")
                .doesNotContain("12");
        assertThat(queue.crowd(sale, crowd)).containsSame(crowd);
        queue.leave(MEI, sale);
        assertThat(queue.enter(MEI, sale, 0, NOW)).isEqualTo(new Turn.Full(true));
        assertThat(queue.enter(new PersonId(1_000), sale, 1, NOW)).isEqualTo(new Turn.In());
        assertThat(queue.crowd(sale, crowd)).isEmpty();
        assertThat(queue.enter(LI, sale, 1, NOW)).isEqualTo(new Turn.Waiting(TurnQueue.MOST, TurnQueue.MOST, false));
    }

    @Test
    void nobodyIsLetInWhileNothingIsLeft() {
        var sale = sale();
        assertThat(queue.enter(MEI, sale, 0, NOW)).isEqualTo(new Turn.Waiting(1, 1, false));
        assertThat(queue.enter(MEI, sale, 1, NOW)).isEqualTo(new Turn.In());
    }

    @Test
    void withoutRedisAllAreLetIn() {
        var nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.afterPropertiesSet();
        nowhere.start();
        try {
            var away = new TurnQueue(new StringRedisTemplate(nowhere));
            assertThat(away.enter(MEI, sale(), 0, NOW)).isEqualTo(new Turn.In());
            away.leave(MEI, sale());
        } finally {
            nowhere.destroy();
        }
    }
}
