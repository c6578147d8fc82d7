package org.kanmai.app.history;

import java.time.Clock;
import org.kanmai.app.conversation.PastTalk;
import org.kanmai.app.history.BatchStore.Batch;
import org.kanmai.app.identity.settlers.Settlers;
import org.kanmai.app.river.seen.SeenBefore;
import org.kanmai.app.trade.past.PastOrderFacts;
import org.kanmai.app.trade.past.PastOrders;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PastIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a part of the past left behind, all of it in one transaction and once. */
@Component
class Batches {
    private static final int TRIES = 50;

    private final BatchStore store;
    private final SeenBefore seen;
    private final Settlers settlers;
    private final PastTalk talk;
    private final PastOrders orders;
    private final PastOrderFacts carts;
    private final Clock clock;

    Batches(
            BatchStore store,
            SeenBefore seen,
            Settlers settlers,
            PastTalk talk,
            PastOrders orders,
            PastOrderFacts carts,
            Clock clock) {
        this.store = store;
        this.seen = seen;
        this.settlers = settlers;
        this.talk = talk;
        this.orders = orders;
        this.carts = carts;
        this.clock = clock;
    }

    /** Returns the part of a key, with a lane of its own that it keeps. */
    Batch begin(String key) {
        for (int tries = 0; tries < TRIES; tries++) {
            var batch = store.find(key);
            if (batch.isPresent()) {
                return batch.get();
            }
            store.reserve(key);
        }
        throw Refusal.conflict(
                "history-full", "No more history", "A world takes " + PastIds.LANES + " parts of a past.");
    }

    boolean has(String key) {
        return store.find(key).filter(Batch::kept).isPresent();
    }

    /** Keeps what was done and tells of it; false when that happened before. */
    @Transactional
    public boolean keep(int lane, Telling telling, PastIds ids) {
        if (!store.keep(lane, clock.instant())) {
            return false;
        }
        seen.note(telling.seen());
        settlers.follow(telling.follows());
        talk.keep(telling.reactions(), telling.said());
        telling.carted().forEach(each -> carts.carted(each.deed(), each.product(), each.units(), each.id()));
        orders.keep(telling.purchases(), ids);
        return true;
    }
}
