package org.kanmai.app.trade.orders;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.OrderStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes units of an order back: their money, exactly what was paid for them, and what they tell the log. */
@Component
public class PartsBack {
    private final PartStore store;
    private final Orders orders;
    private final Sales sales;
    private final OrderFacts facts;
    private final Stock stock;
    private final SaleShares shares;
    private final Clock clock;

    PartsBack(
            PartStore store,
            Orders orders,
            Sales sales,
            OrderFacts facts,
            Stock stock,
            SaleShares shares,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.sales = sales;
        this.facts = facts;
        this.stock = stock;
        this.shares = shares;
        this.clock = clock;
    }

    /** Whether postage goes back with the last units of an order that was sent. */
    public enum Postage {
        KEPT,
        BACK
    }

    /**
     * Units of one line.
     *
     * @param place of the line in its order, from 0
     */
    public record Units(OrderId order, int place, int count) {}

    /** Makes all who move an order wait until this transaction ends; to be called before rows that hang on the order are locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(OrderId order) {
        store.hold(order);
    }

    /** Returns what would go back for units, without postage; nothing of them may have gone back before. Refuses with 409 while the order waits for others. */
    public Money worth(OrderRow order, Units units) {
        orders.refuseWaiting(order);
        return share(order.lines().get(units.place), store.back(order.id()).units(units.place), units.count);
    }

    /**
     * Gives the money of units back, and the units to the shelf when the order was never sent; when they were its last, the
     * order is refunded. Refuses with 409 what is not paid any more or not there.
     *
     * @param key names this part among those of its order, as for {@link org.kanmai.app.payment.Payments#refund}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money giveBack(Units units, String key, Postage postage) {
        var order = store.sold(units.order).orElseThrow(Orders::moved);
        orders.refuseWaiting(order);
        var before = store.back(order.id());
        if (!store.take(order.id(), units.place, units.count)) {
            throw Refusal.conflict("units-gone", "Not so many are left", "These units have gone back already.");
        }
        var line = order.lines().get(units.place);
        boolean last = store.back(order.id()).restOf(order).lines().isEmpty();
        boolean unsent = order.moments().shipped() == null;
        boolean all = last && (unsent || postage == Postage.BACK);
        var amount = all
                ? order.total().minus(before.money(order.total()))
                : share(line, before.units(units.place), units.count);
        move(order, key, amount, all ? List.of() : postings(order, units, before.units(units.place), amount));
        facts.converted(line.of(units.count), Conversion.REFUNDED, clock.instant());
        if (unsent) {
            shelve(order, units);
        }
        if (all) {
            orders.giveBackCoupons(order);
        }
        if (last) {
            store.end(order.id(), clock.instant())
                    .ifPresent(ended -> facts.stepped(ended, OrderStep.REFUNDED, clock.instant()));
            if (!all) {
                sales.releaseRest(order.id());
            }
        }
        return amount;
    }

    private void move(OrderRow order, String key, Money amount, List<Posting> from) {
        if (!amount.isZero()) {
            store.count(order.id(), amount);
            sales.giveBack(order, key, amount, from);
        }
    }

    /** Who gives how much for units of one line: each what it got for them, and the shop the rest. */
    private List<Posting> postings(OrderRow order, Units units, int from, Money amount) {
        var line = order.lines().get(units.place);
        var site = between(line, line.siteOff(), from, units.count);
        var fee = between(line, fee(order, units.place), from, units.count);
        var earned = shares.back(order.id(), units.place, units.count);
        var shop = earned.stream().map(Posting::amount).reduce(amount.plus(site).minus(fee), Money::minus);
        var postings = new ArrayList<Posting>();
        Sales.post(postings, Account.clearing(order.buyer()), amount);
        Sales.post(postings, Account.promotion(), site);
        Sales.post(postings, Account.held(order.shop()), shop.negated());
        Sales.post(postings, Account.fees(), fee.negated());
        earned.forEach(
                each -> Sales.post(postings, each.account(), each.amount().negated()));
        return postings;
    }

    /** A line's part of its order's fee, by what each line brought. */
    private static Money fee(OrderRow order, int place) {
        var weights = order.lines().stream()
                .mapToLong(line -> line.paid().plus(line.siteOff()).minor())
                .toArray();
        return order.fee().isZero() ? order.fee() : order.fee().split(weights).get(place);
    }

    /** Puts units of a sent order back on the shelf, because they came back and can be sold. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void shelve(OrderRow order, Units units) {
        var line = order.lines().get(units.place);
        stock.giveBack(order.buyer(), List.of(new Stock.Given(line.sku(), units.count, line.sale())));
    }

    /** What units from one on are worth: shares of the first so many, so that all of them sum to the line. */
    static Money share(OrderLine line, int from, int count) {
        return between(line, line.paid(), from, count);
    }

    private static Money between(OrderLine line, Money whole, int from, int count) {
        return line.upTo(whole, from + count).minus(line.upTo(whole, from));
    }
}
