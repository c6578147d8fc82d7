package org.kanmai.app.catalog.origin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kanmai.app.catalog.OwnProducts;
import org.kanmai.app.catalog.origin.OriginStore.Batch;
import org.kanmai.app.catalog.wording.AdvertisingWords;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the records of batches: merchants add to them, nobody changes them. */
@Component
class Origins {
    private static final int MOST_BATCHES = 200;
    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORDS = 500;
    private static final Duration EARLIEST = Duration.ofDays(3_650);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final OriginStore store;
    private final OwnProducts own;
    private final AdvertisingWords forbidden;
    private final Ids ids;
    private final Clock clock;

    Origins(OriginStore store, OwnProducts own, AdvertisingWords forbidden, Ids ids, Clock clock) {
        this.store = store;
        this.own = own;
        this.forbidden = forbidden;
        this.ids = ids;
        this.clock = clock;
    }

    List<Batch> of(PersonId merchant, ProductId product) {
        refuseUnlessOwn(merchant, product);
        return store.of(product);
    }

    @Transactional
    public Batch begin(PersonId merchant, ProductId product, String name) {
        refuseUnlessOwn(merchant, product);
        if (store.of(product).size() >= MOST_BATCHES) {
            throw full();
        }
        var batch = new Batch(ids.next(), product, text("name", name, LONGEST_NAME), clock.instant());
        store.add(batch);
        return batch;
    }

    /** Adds to a batch of one's own what happened; it can't be taken back. */
    @Transactional
    public void tell(PersonId merchant, long id, OriginEntry.Kind kind, String spot, String words, Instant at) {
        var batch = store.find(id).orElseThrow(() -> Refusal.notFound("batch"));
        refuseUnlessOwn(merchant, batch.product());
        var now = clock.instant();
        if (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(EARLIEST))) {
            throw Refusal.invalid("at", "must be within the last ten years");
        }
        var where = text("spot", spot, LONGEST_NAME);
        var what = text("words", words, LONGEST_WORDS);
        forbidden.check(Map.of("words", what));
        store.lock(id);
        var before = store.entries(id);
        if (before.size() >= MOST_ENTRIES) {
            throw full();
        }
        var last = before.isEmpty() ? OriginEntry.NOTHING : before.getLast().hash();
        store.add(id, OriginEntry.sealed(id, before.size() + 1, kind, where, what, at, now, last));
    }

    private void refuseUnlessOwn(PersonId merchant, ProductId product) {
        if (own.find(merchant, product).isEmpty()) {
            throw Refusal.notFound("product");
        }
    }

    private static String text(String field, String sent, int longest) {
        var text = sent.strip();
        if (text.isEmpty() || text.length() > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "must be 1-" + longest + " characters on one line");
        }
        return text;
    }

    private static Refusal full() {
        return Refusal.conflict(
                "record-full", "The record is full", "A product has at most 200 batches, and a batch 100 entries.");
    }
}
