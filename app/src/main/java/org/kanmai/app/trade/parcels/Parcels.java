package org.kanmai.app.trade.parcels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Orders;
import org.kanmai.app.trade.parcels.Carrier.Kind;
import org.kanmai.app.trade.parcels.Carrier.Sent;
import org.kanmai.app.trade.parcels.Carrier.Told;
import org.kanmai.app.trade.parcels.WaybillStore.Waybill;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows parcels: each event once, in any order, and what is delivered is received. */
@Component
public class Parcels {
    private static final int MOST_EVENTS = 200;
    private static final int LONGEST = 80;
    private static final Duration EARLIEST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final WaybillStore store;
    private final Carriers carriers;
    private final OrderBook book;
    private final Orders orders;
    private final ParcelNews news;
    private final ApplicationEventPublisher published;
    private final Clock clock;

    Parcels(
            WaybillStore store,
            Carriers carriers,
            OrderBook book,
            Orders orders,
            ParcelNews news,
            ApplicationEventPublisher published,
            Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.book = book;
        this.orders = orders;
        this.news = news;
        this.published = published;
        this.clock = clock;
    }

    /** Takes note of a parcel in the transaction that ships it, when its carrier reports; refuses with 409 another's number. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void shipped(OrderMoved event) {
        if (event.step() == OrderStep.SHIPPED && event.origin() == Origin.LIVE) {
            book.find(event.order()).ifPresent(this::follow);
        }
    }

    private void follow(OrderRow order) {
        var waybill = waybill(order);
        if (waybill.isEmpty()) {
            return;
        }
        if (!store.claim(waybill.get(), order, clock.instant())) {
            throw taken();
        }
        store.put(waybill.get(), order.id());
    }

    static Refusal taken() {
        return Refusal.conflict(
                "number-taken",
                "This number brings something else",
                "The carrier's number belongs to another parcel, or was delivered before.");
    }

    private Optional<Waybill> waybill(OrderRow order) {
        var parcel = order.parcel();
        return parcel == null
                ? Optional.empty()
                : carriers.named(parcel.carrier()).map(carrier -> new Waybill(carrier.code(), parcel.number()));
    }

    /** Returns whether a number could bring a shop's parcel to a buyer, as things are. */
    public boolean isFree(OrderRow.Parcel parcel, ShopId shop, PersonId buyer) {
        return carriers.named(parcel.carrier())
                .map(carrier -> store.isFree(new Waybill(carrier.code(), parcel.number()), shop, buyer))
                .orElse(true);
    }

    /** Hears what a carrier says; refuses what it did not sign and what cannot be. */
    @Transactional
    public void hear(String carrier, Sent sent) {
        var told = carriers.of(carrier).read(sent);
        var waybill = new Waybill(carrier, told.number());
        var made = store.hold(waybill).orElseThrow(() -> Refusal.notFound("parcel"));
        var now = clock.instant();
        check(told, made, now);
        if (!store.add(waybill, told, now, MOST_EVENTS)) {
            return;
        }
        var events = store.events(waybill);
        var known = Tracking.of(carrier, told.number(), events);
        store.know(waybill, known);
        var inside = store.orders(waybill);
        if (known.deliveredAt() != null) {
            inside.forEach(orders::deliver);
            if (inside.isEmpty() && told.kind() == Kind.DELIVERED && isFirst(events)) {
                published.publishEvent(
                        new ReturnParcelDelivered(carriers.of(carrier).name(), told.number()));
            }
        } else if (told.kind() == Kind.EXCEPTION) {
            inside.forEach(id -> book.find(id).ifPresent(order -> news.trouble(order, told.id())));
        }
    }

    /** Whether it was delivered now, and never before. */
    private static boolean isFirst(List<Tracking.Event> events) {
        return events.stream().filter(event -> event.kind() == Kind.DELIVERED).count() == 1;
    }

    private static void check(Told told, Instant made, Instant now) {
        if (told.at().isAfter(now.plus(AHEAD)) || told.at().isBefore(made.minus(EARLIEST))) {
            throw Refusal.invalid("at", "cannot be");
        }
        if (told.id().isBlank() || told.id().length() > LONGEST || bad(told.id()) || bad(told.place())) {
            throw Refusal.invalid("event", "must have 1-" + LONGEST + " characters");
        }
    }

    private static boolean bad(String text) {
        return text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl);
    }

    /** Where parcels were is where somebody lives: it goes with the person. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        store.erase(event.person());
    }

    /** Returns what is known of an order's parcel; empty before it is sent. */
    public Optional<Tracking> of(OrderRow order) {
        return Optional.ofNullable(order.parcel())
                .map(parcel -> store.of(order.id())
                        .map(waybill -> Tracking.of(parcel.carrier(), parcel.number(), store.events(waybill)))
                        .orElseGet(() -> Tracking.silent(parcel.carrier(), parcel.number())));
    }
}
