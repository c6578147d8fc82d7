package org.kanmai.app.aftersales.returns;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.AftersalesSettings;
import org.kanmai.app.aftersales.returns.Step.Side;
import org.kanmai.app.aftersales.returns.Walk.Verb;
import org.kanmai.app.aftersales.returns.Wish.Kind;
import org.kanmai.app.aftersales.returns.Wish.Reason;
import org.kanmai.app.aftersales.returns.Wish.State;
import org.kanmai.app.aftersales.returns.WishStore.Change;
import org.kanmai.app.trade.amends.Amends;
import org.kanmai.app.trade.amends.Compensation.Cause;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.PartsBack;
import org.kanmai.app.trade.orders.PartsBack.Postage;
import org.kanmai.app.trade.parcels.ParcelsBack;
import org.kanmai.app.trade.parcels.ParcelsBack.Back;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReturnId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of wishes: each step moves the wish, its claim, its money and its units in one transaction (EC-11, EC-15). */
@Component
class Returns {
    /** How many times what was paid a fake costs its shop. */
    private static final int FAKE_PAYS = 3;

    private final WishStore wishes;
    private final StepStore steps;
    private final OrderBook orders;
    private final PartsBack parts;
    private final ReturnNews news;
    private final ApplicationEventPublisher events;
    private final Amends amends;
    private final ParcelsBack back;
    private final AftersalesSettings settings;
    private final Ids ids;
    private final Clock clock;

    Returns(
            WishStore wishes,
            StepStore steps,
            OrderBook orders,
            PartsBack parts,
            ReturnNews news,
            ApplicationEventPublisher events,
            Amends amends,
            ParcelsBack back,
            AftersalesSettings settings,
            Ids ids,
            Clock clock) {
        this.wishes = wishes;
        this.steps = steps;
        this.orders = orders;
        this.parts = parts;
        this.news = news;
        this.events = events;
        this.amends = amends;
        this.back = back;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a buyer asks; the line by its place in the order, from 0. */
    record Asked(int line, int units, Kind kind, Reason reason, String words) {}

    /** Whose step it is, and what they say. */
    record By(Side side, @Nullable PersonId who, String words) {
        static final By CLOCK = new By(Side.CLOCK, null, "");
    }

    /** Whether goods that came back can be sold again. */
    enum Goods {
        SOUND,
        SPOILT,
        /** Nobody has looked. */
        UNSEEN
    }

    /** Writes a wish down; what was never sent is refunded at once. */
    @Transactional
    ReturnId ask(PersonId buyer, OrderId id, Asked asked) {
        parts.hold(id);
        var order = orders.own(buyer, List.of(id)).stream().findFirst().orElseThrow(() -> Refusal.notFound("order"));
        checkLine(order, asked);
        var now = clock.instant();
        if (!Grounds.of(order, now, settings).allow(asked.kind(), asked.reason())) {
            throw Refusal.conflict(
                    "no-return",
                    "Not possible any more, or not yet",
                    "This order does not go back for that reason now.");
        }
        var units = new PartsBack.Units(id, asked.line(), asked.units());
        if (!steps.claim(units, order.lines().get(asked.line()).units())) {
            throw Refusal.conflict(
                    "units-claimed", "Asked for already", "These units are asked back, or went back, already.");
        }
        var wish = wish(order, asked, units, now);
        wishes.add(wish);
        steps.add(wish.id(), new Step(State.ASKED, Side.BUYER, asked.words(), now), buyer);
        if (order.state() == OrderRow.State.PAID) {
            move(wish, Verb.AGREE, By.CLOCK, Change.NONE);
        } else {
            news.asked(wish);
        }
        return wish.id();
    }

    private static void checkLine(OrderRow order, Asked asked) {
        if (asked.line() < 0 || asked.line() >= order.lines().size()) {
            throw Refusal.invalid("line", "must be one of the order's");
        }
        int most = order.lines().get(asked.line()).units();
        if (asked.units() < 1 || asked.units() > most) {
            throw Refusal.invalid("units", "must be 1-" + most);
        }
    }

    private Wish wish(OrderRow order, Asked asked, PartsBack.Units units, Instant now) {
        var line = order.lines().get(asked.line());
        var product = line.product();
        return new Wish(
                new ReturnId(ids.next()),
                order.id(),
                asked.line(),
                order.buyer(),
                order.shop(),
                new Wish.Item(product.id(), product.title(), line.options(), product.picture()),
                asked.units(),
                asked.kind(),
                asked.reason(),
                parts.worth(order, units),
                State.ASKED,
                new Wish.Moments(now, now, now.plus(settings.answerWithin())),
                null,
                null,
                null,
                null);
    }

    /** Takes one step with a wish as it is once nobody else moves its order; refuses with 409 when the step comes at the wrong time. */
    @Transactional
    Wish step(ReturnId id, Verb verb, By by, Change change) {
        var wish = held(id);
        return move(wish, verb, by, change);
    }

    /** Takes note that goods are on their way, and follows them where their carrier reports. */
    @Transactional
    Wish send(ReturnId id, By by, Wish.Parcel parcel) {
        var wish = held(id);
        return move(wish, Verb.SEND, by, new Change(null, followed(wish, parcel), null, null));
    }

    /** Takes note of what replaces goods that came back, and follows it where its carrier reports. */
    @Transactional
    Wish replace(ReturnId id, By by, Wish.Parcel parcel) {
        var wish = held(id);
        return move(wish, Verb.REPLACE, by, new Change(null, null, followed(wish, parcel), null));
    }

    private Wish.Parcel followed(Wish wish, Wish.Parcel parcel) {
        var carrier = back.follow(new Back(parcel.carrier(), parcel.number(), wish.shop(), wish.buyer()));
        return new Wish.Parcel(carrier.orElse(parcel.carrier()), parcel.number());
    }

    /**
     * From now on the shop has goods to look at that their carrier says it has brought, or the buyer has what replaces them; in the
     * transaction that hears of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void brought(Wish.Parcel parcel) {
        var due = clock.instant().plus(settings.checkDeliveredWithin());
        wishes.find(wishes.brought(parcel, due)).forEach(news::arrived);
        wishes.find(wishes.replacedBy(parcel)).forEach(news::replacementArrived);
    }

    /** What an operator decides; {@code FAKE} is for the buyer too, and what was sold was a fake. */
    enum Decision {
        DENY,
        GRANT,
        FAKE
    }

    /** Decides a dispute; a fake costs its shop three times what was paid, besides the refund (EC-13). */
    @Transactional
    Wish decide(ReturnId id, Decision decision, By by) {
        var wish = move(held(id), decision == Decision.DENY ? Verb.DENY : Verb.GRANT, by, Change.NONE);
        if (decision == Decision.FAKE) {
            makeUp(wish, Cause.FAKE, wish.worth().times(FAKE_PAYS), "EC-13: " + FAKE_PAYS + " times what was paid");
        }
        return wish;
    }

    private void makeUp(Wish wish, Cause cause, Money amount, String rule) {
        if (!amount.isZero()) {
            var order = orders.find(wish.order()).orElseThrow();
            amends.pay(new Amends.Claim(order, cause, "return-" + wish.id(), amount, rule));
        }
    }

    /** The shop pays the way back of goods that came back where it is at fault, or said so when they were ordered (EC-12). */
    private void payTheWayBack(Wish wish) {
        boolean insured = amends.insured(wish.order()).get(wish.place());
        if (wish.parcel() != null && (wish.reason().shopsFault() || insured)) {
            var amount = new Money(settings.wayBackMinor(), wish.worth().currency());
            makeUp(wish, Cause.WAY_BACK, amount, insured ? "EC-12: insured" : "EC-12: the shop's fault");
        }
    }

    /** Takes goods in that came back, onto the shelf when they can be sold again; those of an exchange make up for what replaces them. */
    @Transactional
    Wish takeIn(ReturnId id, By by, Goods goods) {
        var wish = move(held(id), Verb.TAKE_IN, by, Change.NONE);
        if (goods == Goods.SOUND && wish.kind() != Kind.EXCHANGE) {
            parts.shelve(orders.find(wish.order()).orElseThrow(), wish.toGiveBack());
        }
        return wish;
    }

    /** Does what silence says about a wish whose time is over. */
    @Transactional
    void hearSilence(ReturnId id) {
        var wish = held(id);
        var due = wish.moments().due();
        if (due != null && !due.isAfter(clock.instant())) {
            var verb = isOnItsWay(wish) ? Optional.of(Verb.ESCALATE) : Walk.silence(wish.state());
            verb.ifPresent(each -> move(wish, each, By.CLOCK, Change.NONE));
        }
    }

    /** Whether goods were sent by a carrier that reports, and it has not said that it brought them. */
    private boolean isOnItsWay(Wish wish) {
        return wish.state() == State.SENT
                && wish.back()
                        .map(parcel -> back.of(List.of(parcel)).get(parcel))
                        .filter(tracking -> tracking.follows() && tracking.deliveredAt() == null)
                        .isPresent();
    }

    /** Ends open wishes about an order that was refunded as a whole, in the transaction of the refund. */
    @Transactional(propagation = Propagation.MANDATORY)
    void overtake(OrderId order) {
        wishes.of(order).stream()
                .filter(wish -> wish.state().isOpen())
                .forEach(wish -> move(wish, Verb.OVERTAKE, By.CLOCK, Change.NONE));
    }

    /** First the order, then the wish: in this order all wait. */
    private Wish held(ReturnId id) {
        var seen = wishes.find(id).orElseThrow(() -> Refusal.notFound("return"));
        parts.hold(seen.order());
        return wishes.find(id).orElseThrow();
    }

    private Wish move(Wish wish, Verb verb, By by, Change change) {
        var to = Walk.after(wish.state(), wish.kind(), verb).orElseThrow(Returns::moved);
        var now = clock.instant();
        var patience = Walk.patience(to, settings);
        var kept =
                to == State.REFUNDED ? new Change(null, null, null, wish.worth().zero()) : change;
        if (!wishes.move(wish, to, kept, now, patience == null ? null : now.plus(patience))) {
            throw moved();
        }
        steps.add(wish.id(), new Step(to, by.side(), by.words(), now), by.who());
        if (to == State.REFUNDED) {
            giveBack(wish);
        }
        if (to == State.REFUNDED || to == State.REPLACED) {
            payTheWayBack(wish);
        }
        if (to.givesUp()) {
            steps.giveUp(wish.toGiveBack());
        }
        var moved = wishes.find(wish.id()).orElseThrow();
        news.moved(moved, by.side());
        return moved;
    }

    private void giveBack(Wish wish) {
        var postage = wish.reason().shopsFault() ? Postage.BACK : Postage.KEPT;
        wishes.returned(wish.id(), parts.giveBack(wish.toGiveBack(), "return-" + wish.id(), postage));
        events.publishEvent(new UnitsBack(wish.order(), wish.place()));
    }

    private static Refusal moved() {
        return Refusal.conflict(
                "return-state", "It has moved on", "Look at it again: somebody has answered, or the time was over.");
    }
}
