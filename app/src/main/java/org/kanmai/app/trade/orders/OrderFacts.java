package org.kanmai.app.trade.orders;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderPlaced;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.OrderedLine;
import org.kanmai.facts.Origin;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of orders twice: by order and without a person, by viewer and without the order. */
@Component
public class OrderFacts {
    private static final int CURRENCY = 3;

    private final ApplicationEventPublisher events;
    private final Pseudonyms pseudonyms;
    private final Ids ids;

    OrderFacts(ApplicationEventPublisher events, Pseudonyms pseudonyms, Ids ids) {
        this.events = events;
        this.pseudonyms = pseudonyms;
        this.ids = ids;
    }

    void placed(OrderRow order) {
        var at = order.moments().placed();
        var lines = order.lines().stream()
                .map(line -> new OrderedLine(line.product().id(), line.sku(), line.units(), line.paid()))
                .toList();
        events.publishEvent(
                new OrderPlaced(ids.next(), at, Origin.LIVE, order.id(), order.shop(), order.total(), lines));
        converted(order, Conversion.ORDERED, at);
    }

    void moved(OrderRow order, OrderStep step, Instant at) {
        stepped(order, step, at);
        switch (step) {
            case PAID -> converted(order, Conversion.PAID, at);
            case REFUNDED -> converted(order, Conversion.REFUNDED, at);
            case SHIPPED, RECEIVED, CLOSED -> {}
        }
    }

    /** Tells that an order went back as a whole, and of those lines that had not gone back before. */
    void returned(OrderRow order, List<OrderLine> rest, Instant at) {
        stepped(order, OrderStep.REFUNDED, at);
        rest.forEach(line -> converted(line, Conversion.REFUNDED, at));
    }

    /** Tells of a step of an order whose units were told of before, part by part. */
    void stepped(OrderRow order, OrderStep step, Instant at) {
        events.publishEvent(new OrderMoved(ids.next(), at, Origin.LIVE, order.id(), order.shop(), step, order.total()));
    }

    private void converted(OrderRow order, Conversion conversion, Instant at) {
        order.lines().forEach(line -> converted(line, conversion, at));
    }

    public void converted(OrderLine line, Conversion conversion, Instant at) {
        var lead = line.lead();
        if (lead == null) {
            return;
        }
        sold(line, lead.shown(), conversion, at);
        boolean spent = List.of(Conversion.PAID, Conversion.REFUNDED).contains(conversion);
        events.publishEvent(new Converted(
                ids.next(),
                at,
                Origin.LIVE,
                lead.pseudonym(),
                lead.exposure(),
                lead.shown(),
                line.product().id(),
                lead.source(),
                conversion,
                line.units(),
                spent ? pseudonyms.seal(lead.pseudonym(), bytes(line.paid())) : Binary.EMPTY));
    }

    /** What a room sold is told of the room as well, without its buyer. */
    private void sold(OrderLine line, @Nullable Subject shown, Conversion conversion, Instant at) {
        if (shown != null && shown.kind() == SubjectKind.ROOM) {
            events.publishEvent(new RoomSold(
                    ids.next(),
                    at,
                    Origin.LIVE,
                    new RoomId(shown.id()),
                    line.product().id(),
                    conversion,
                    line.units(),
                    line.paid()));
        }
    }

    /** Minor units in 8 bytes, then the three letters of the currency. */
    private static byte[] bytes(Money money) {
        return ByteBuffer.allocate(Long.BYTES + CURRENCY)
                .putLong(money.minor())
                .put(money.currency().getCurrencyCode().getBytes(US_ASCII))
                .array();
    }
}
