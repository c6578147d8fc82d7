package org.kanmai.app.trade.amends;

import java.time.Clock;
import java.util.List;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.amends.Compensation.Cause;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one door for money from a shop to a buyer beyond a refund: out of what is free to the shop, which may owe it then. */
@Component
public class Amends {
    private final AmendStore store;
    private final TermStore terms;
    private final AmendNews news;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    Amends(AmendStore store, TermStore terms, AmendNews news, Ledger ledger, Ids ids, Clock clock) {
        this.store = store;
        this.terms = terms;
        this.news = news;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Something to be made up for.
     *
     * @param part its name among those of its order and cause; empty where there can be one only
     * @param rule by which the amount was reckoned, in at most 100 characters
     */
    public record Claim(OrderRow order, Cause cause, String part, Money amount, String rule) {}

    /** Gives a buyer an amount above zero, once for each order, cause and part; false when it was given before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pay(Claim claim) {
        long id = ids.next();
        if (!store.add(id, claim, clock.instant())) {
            return false;
        }
        var order = claim.order();
        var key = String.join(
                ":", "compensation", order.id().toString(), claim.cause().code(), claim.part());
        var from = Account.free(order.shop());
        var entry = Entry.move(
                Entry.Kind.COMPENSATION, key, order.id().value(), claim.amount(), from, Account.free(order.buyer()));
        if (!ledger.book(entry)) {
            throw new IllegalStateException(key + " was booked without its compensation");
        }
        news.given(claim, id);
        return true;
    }

    /** Returns what was given for an order, the oldest first. */
    public List<Compensation> of(OrderId order) {
        return store.of(order);
    }

    /** Returns of each line of an order, by its place, whether its shop pays the way back whatever the reason. */
    public List<Boolean> insured(OrderId order) {
        return terms.insured(order);
    }
}
