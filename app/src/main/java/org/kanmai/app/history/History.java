package org.kanmai.app.history;

import java.time.Clock;
import java.util.List;
import org.kanmai.app.conversation.PastTalk;
import org.kanmai.app.identity.Handles;
import org.kanmai.app.identity.settlers.Settler;
import org.kanmai.app.identity.settlers.Settlers;
import org.kanmai.app.identity.settlers.Settlers.Newcomer;
import org.kanmai.app.river.Chronicle;
import org.kanmai.app.trade.past.PastOrders;
import org.kanmai.app.traffic.slots.SupplyMeter;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PastIds;
import org.kanmai.facts.SlotKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes the past of a demo world in parts. A part is checked whole; then what browsers knew goes to the log, as it does when it happens
 * now; then states and their facts are kept in one transaction.
 */
@Component
class History {
    private static final int LONGEST_NAME = 30;

    private final Chronicle chronicle;
    private final Settlers settlers;
    private final Recall recall;
    private final PastTalk talk;
    private final PastOrders orders;
    private final Batches batches;
    private final SupplyMeter supply;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    History(
            Chronicle chronicle,
            Settlers settlers,
            Recall recall,
            PastTalk talk,
            PastOrders orders,
            Batches batches,
            SupplyMeter supply,
            ApplicationEventPublisher events,
            Clock clock) {
        this.chronicle = chronicle;
        this.settlers = settlers;
        this.recall = recall;
        this.talk = talk;
        this.orders = orders;
        this.batches = batches;
        this.supply = supply;
        this.events = events;
        this.clock = clock;
    }

    /** Lets people settle, all or none. */
    List<Settler> settle(List<Newcomer> people) {
        chronicle.requireDemo();
        people.forEach(this::check);
        return settlers.settle(people);
    }

    private void check(Newcomer newcomer) {
        var fault = Handles.fault(newcomer.handle());
        if (fault != null) {
            throw Refusal.invalid("handle", fault);
        }
        var name = newcomer.name().strip();
        if (!name.equals(newcomer.name()) || name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("name", "must have 1-" + LONGEST_NAME + " characters");
        }
        if (newcomer.joinedAt().isAfter(clock.instant()) || newcomer.joinedAt().isBefore(Recall.EARLIEST)) {
            throw Refusal.invalid("joinedAt", "must be in the past, after " + Recall.EARLIEST);
        }
    }

    /** What a page carried then is what pages are expected to carry. */
    private void carried(PastPage page) {
        long reserved = page.items().stream()
                .filter(item -> item.slot() == SlotKind.RESERVED)
                .count();
        supply.carried(page.at(), 1, reserved, reserved);
    }

    /** Takes the pages of a part, all or none; what was taken before changes nothing. */
    HistoryHttp.Taken take(String key, List<PastPage> pages) {
        chronicle.requireDemo();
        var known = recall.of(pages);
        check(Telling.of(pages, known, new PastIds(0)));
        var batch = batches.begin(key);
        var ids = new PastIds(batch.lane());
        var telling = Telling.of(pages, known, ids);
        if (!batch.kept()) {
            chronicle.append(telling.facts());
        }
        boolean fresh = !batch.kept() && batches.keep(batch.lane(), telling, ids);
        if (fresh) {
            pages.forEach(this::carried);
            events.publishEvent(new PastTaken(key));
        }
        return fresh
                ? new HistoryHttp.Taken(
                        false, telling.facts().size(), telling.purchases().size())
                : new HistoryHttp.Taken(true, 0, 0);
    }

    /** Returns whether a part has been taken. */
    boolean has(String key) {
        return batches.has(key);
    }

    private void check(Telling telling) {
        talk.check(telling.reactions(), telling.said());
        telling.purchases().forEach(orders::check);
    }
}
