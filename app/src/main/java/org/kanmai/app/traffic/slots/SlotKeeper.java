package org.kanmai.app.traffic.slots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.river.River;
import org.kanmai.app.river.leases.NodeLease;
import org.kanmai.distribution.judging.Traffic;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps this node in positions: tells what became of those it had, learns which pools are open, asks for more. */
@Component
class SlotKeeper implements River.Arrivals, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SlotKeeper.class);
    private static final int MOST_POOLS = 200_000;
    /** Ids of two nodes that were made at the same time may come in any order, and a transaction takes a while. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration RENEWED = Duration.ofSeconds(20);

    private final Slots slots;
    private final SlotStore store;
    private final SlotSettings settings;
    private final NodeLease node;
    private final Clock clock;
    private Instant renewedAt = Instant.EPOCH;
    private Instant knewAt = Instant.EPOCH;
    private Instant knowsUntil = Instant.EPOCH;

    SlotKeeper(Slots slots, SlotStore store, SlotSettings settings, NodeLease node, Clock clock) {
        this.slots = slots;
        this.store = store;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
    }

    /** What could not be told because the database was away is lost, not repeated; the judges' count puts it right. */
    @Scheduled(fixedDelay = 500)
    synchronized void keep() {
        var now = clock.instant();
        tell(slots.changes(now), now);
        know(now);
        var wanted = slots.wanted(now);
        if (!wanted.isEmpty()) {
            slots.granted(store.grant(node.number(), wanted, now), now);
        }
        slots.weigh(now);
        if (renewedAt.isBefore(now.minus(RENEWED))) {
            store.renew(node.number(), now);
            store.sweep(now.minus(settings.lost()));
            renewedAt = now;
        }
    }

    /** The more pools there are, the more seldom all of them are read again; new ones are known at once. */
    private void know(Instant now) {
        if (now.isBefore(knowsUntil)) {
            slots.learn(store.open(Ids.smallest(knewAt.minus(OVERLAP)), now, MOST_POOLS), now);
            return;
        }
        var open = store.open(0, now, MOST_POOLS);
        slots.know(open, now);
        knewAt = now;
        knowsUntil = now.plusMillis(open.size() / 2);
    }

    private void tell(List<SlotStore.Change> changes, Instant now) {
        if (!changes.isEmpty()) {
            store.report(node.number(), changes, now);
        }
    }

    @Override
    public void exposed(List<Exposed> exposures) {
        for (var exposed : exposures) {
            if (Traffic.of(exposed.terms()) == Traffic.NATURAL) {
                slots.exposed(exposed.subject().id(), exposed.terms().exposure().value());
            }
        }
    }

    @Override
    public void destroy() {
        try {
            tell(slots.all(), clock.instant());
        } catch (DataAccessException away) {
            log.info(
                    "positions were not given back, they go back by themselves in some minutes: {}", away.getMessage());
        }
    }
}
