package org.kanmai.app.traffic.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.traffic.Ladders;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes give positions of one pool, in a time that is not the application's own. */
@KanmaiTest
class LeasesTests {
    private static final Instant LATER = Instant.parse("2041-01-01T00:00:00Z");
    private static final int CROWD = 60;

    private final SlotStore store;
    private final SlotSettings settings;
    private final Ladders ladders;
    private final Ids ids;
    private final JdbcClient jdbc;

    LeasesTests(SlotStore store, SlotSettings settings, Ladders ladders, Ids ids, JdbcClient jdbc) {
        this.store = store;
        this.settings = settings;
        this.ladders = ladders;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** A node: what it holds, and which of its pages somebody may still come to see. */
    private final class Node {
        private final int number;
        private final Slots slots = new Slots(settings);
        private final List<Long> placed = new ArrayList<>();

        Node(int number) {
            this.number = number;
        }

        void keep(Instant now) {
            var changes = slots.changes(now);
            if (!changes.isEmpty()) {
                store.report(number, changes, now);
            }
            slots.know(store.open(0, now, 10_000), now);
            var wanted = slots.wanted(now);
            wanted.keySet().retainAll(Set.of(opening));
            if (!wanted.isEmpty()) {
                slots.granted(store.grant(number, wanted, now), now);
            }
            store.renew(number, now);
        }

        void serve(Instant now) {
            if (!slots.isWaiting(work.value()) && slots.take(work.value(), now)) {
                long exposure = Ids.smallest(now) + number * 1_000_000L + shown;
                shown++;
                slots.placed(work.value(), exposure, now);
                placed.add(exposure);
            }
        }
    }

    private WorkId work = new WorkId(1);
    private long opening;
    private long shown;

    private void open() {
        work = ladders.published(new PersonId(ids.next()), LATER);
        opening = jdbc.sql("select opening from traffic.pool where work = :work")
                .param("work", work.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private int number(String column) {
        return jdbc.sql("select " + column + " from traffic.pool where opening = :opening")
                .param("opening", opening)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Test
    @Tag("TD-03")
    void twoNodesNeverDeliverMoreThanTheQuotaAndTwoInAHundred() {
        for (long seed = 1; seed <= 4; seed++) {
            open();
            var random = new Random(seed);
            var nodes = List.of(new Node(901), new Node(902));
            var seen = new HashSet<Long>();
            int quota = number("quota");
            int most = quota + quota / 50;
            var now = LATER;
            for (int step = 0; step < 8_000 && seen.size() < quota; step++) {
                now = now.plusMillis(random.nextInt(3_000));
                var node = nodes.get(random.nextInt(2));
                switch (random.nextInt(4)) {
                    case 0 -> node.keep(now);
                    case 1 -> node.serve(now);
                    default -> look(nodes, node, random, seen);
                }
                assertThat(number("granted")).isBetween(0, most);
            }
            assertThat(seen.size()).as("seed %d", seed).isBetween(quota, most);
        }
    }

    /** Behind a balancer that knows nobody, half of what a node places is told to the other, and comes back from the first as unseen. */
    @Test
    @Tag("TD-03")
    void exposuresThatAreToldToEitherNodeAreNotGivenAgain() {
        open();
        var random = new Random(1);
        var nodes = List.of(new Node(905), new Node(906));
        int quota = number("quota");
        int told = 0;
        for (var now = LATER; now.isBefore(LATER.plus(Duration.ofHours(2))); now = now.plusSeconds(20)) {
            for (var node : nodes) {
                node.keep(now);
                for (int viewer = 0; viewer < CROWD; viewer++) {
                    node.serve(now);
                }
            }
            for (var node : nodes) {
                node.placed.forEach(
                        exposure -> nodes.get(random.nextInt(2)).slots.exposed(work.value(), exposure));
                told += node.placed.size();
                node.placed.clear();
            }
        }
        assertThat(told).isBetween(quota, quota + quota / 50);
    }

    /** Most look soon; one in ten never does; of the others one in thirty looks late, tells another node, or tells twice. */
    private void look(List<Node> nodes, Node node, Random random, Set<Long> seen) {
        if (node.placed.isEmpty()) {
            return;
        }
        boolean late = random.nextInt(30) == 0;
        long exposure = late ? node.placed.getFirst() : node.placed.getLast();
        node.placed.remove(exposure);
        if (random.nextInt(10) == 0) {
            return;
        }
        var told = random.nextInt(30) == 0 ? nodes.get(random.nextInt(2)) : node;
        seen.add(exposure);
        told.slots.exposed(work.value(), exposure);
        if (random.nextInt(30) == 0) {
            told.slots.exposed(work.value(), exposure);
        }
    }

    @Test
    @Tag("TD-03")
    void theDatabaseItselfRefusesMore() {
        open();
        assertThatThrownBy(() -> jdbc.sql(
                                "update traffic.pool set granted = quota + quota / 50 + 1 where opening = :opening")
                        .param("opening", opening)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatANodeDidNotUseOrDiedWithGoesToTheOthers() {
        open();
        var dead = new Node(903);
        var other = new Node(904);
        dead.keep(LATER);
        assertThat(number("granted")).isEqualTo(10);
        other.keep(LATER);
        other.keep(LATER.plus(settings.unused()).plusSeconds(1));
        assertThat(number("granted"))
                .as("what was not used came back, and some was taken anew")
                .isEqualTo(20);
        store.sweep(LATER.plus(Duration.ofMinutes(1)));
        assertThat(number("granted")).as("the dead one's").isEqualTo(10);
    }
}
