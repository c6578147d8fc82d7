package org.kanmai.app.trade.past;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.identity.settlers.Deed;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderPlaced;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.OrderedLine;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PastIds;
import org.kanmai.facts.ProductId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of orders of the past twice, as of any: by order and without a person, by viewer and without the order. */
@Component
public class PastOrderFacts {
    private static final int CURRENCY = 3;

    private final ApplicationEventPublisher events;
    private final Pseudonyms pseudonyms;

    PastOrderFacts(ApplicationEventPublisher events, Pseudonyms pseudonyms) {
        this.events = events;
        this.pseudonyms = pseudonyms;
    }

    /** Tells that units were put into a cart; they have left it since. */
    public void carted(Deed deed, ProductId product, int units, long id) {
        events.publishEvent(converted(id, deed, product, Conversion.CARTED, units, deed.at(), Binary.EMPTY));
    }

    void tell(PastOrder order, PastIds ids) {
        var purchase = order.purchase();
        var line = new OrderedLine(purchase.offer().product(), purchase.offer().sku(), purchase.units(), order.total());
        events.publishEvent(new OrderPlaced(
                ids.at(order.placed()),
                order.placed(),
                Origin.SIMULATED,
                order.id(),
                purchase.offer().shop(),
                order.total(),
                List.of(line)));
        converted(order, Conversion.ORDERED, order.placed(), ids);
        var steps = purchase.steps();
        moved(order, OrderStep.CLOSED, order.closed(), ids);
        moved(order, OrderStep.PAID, steps.paid(), ids);
        moved(order, OrderStep.SHIPPED, steps.shipped(), ids);
        moved(order, OrderStep.RECEIVED, steps.received(), ids);
        moved(order, OrderStep.REFUNDED, steps.refunded(), ids);
    }

    private void moved(PastOrder order, OrderStep step, @Nullable Instant at, PastIds ids) {
        if (at == null) {
            return;
        }
        var shop = order.purchase().offer().shop();
        events.publishEvent(new OrderMoved(ids.at(at), at, Origin.SIMULATED, order.id(), shop, step, order.total()));
        switch (step) {
            case PAID -> converted(order, Conversion.PAID, at, ids);
            case REFUNDED -> converted(order, Conversion.REFUNDED, at, ids);
            case SHIPPED, RECEIVED, CLOSED -> {}
        }
    }

    private void converted(PastOrder order, Conversion conversion, Instant at, PastIds ids) {
        var purchase = order.purchase();
        var spend = conversion == Conversion.ORDERED
                ? Binary.EMPTY
                : pseudonyms.seal(purchase.deed().settler().pseudonym(), bytes(order.total()));
        events.publishEvent(converted(
                ids.at(at), purchase.deed(), purchase.offer().product(), conversion, purchase.units(), at, spend));
    }

    private static Converted converted(
            long id, Deed deed, ProductId product, Conversion conversion, int units, Instant at, Binary spend) {
        return new Converted(
                id,
                at,
                Origin.SIMULATED,
                deed.settler().pseudonym(),
                deed.exposure(),
                deed.shown(),
                product,
                deed.source(),
                conversion,
                units,
                spend);
    }

    /** Minor units in 8 bytes, then the three letters of the currency. */
    private static byte[] bytes(Money money) {
        return ByteBuffer.allocate(Long.BYTES + CURRENCY)
                .putLong(money.minor())
                .put(money.currency().getCurrencyCode().getBytes(US_ASCII))
                .array();
    }
}
