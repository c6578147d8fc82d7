package org.kanmai.app.trade.orders;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.addresses.Place;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;

/**
 * An order as its buyer and its shop see it.
 *
 * @param closed why it was closed; absent unless it is
 * @param refund how far its money is on its way back; absent unless it goes back
 * @param address only where it is asked for alone, and only while it is needed
 * @param buyer the buyer's name, for the shop; absent for the buyer and once that person is erased
 */
public record Order(
        OrderId id,
        OrderRow.State state,
        Shown.Seller shop,
        List<Shown.Line> lines,
        List<Shown.Explained> explained,
        Money total,
        Instant placedAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant closedAt,
        @Nullable Instant refundedAt,
        OrderRow.@Nullable Closing closed,
        OrderRow.@Nullable Refund refund,
        OrderRow.@Nullable Parcel parcel,
        @Nullable Place address,
        @Nullable String buyer,
        boolean test) {

    static Order of(OrderRow row, Shown.Seller shop, @Nullable Place address, @Nullable String buyer) {
        var moments = row.moments();
        return new Order(
                row.id(),
                row.state(),
                shop,
                row.lines().stream().map(Order::line).toList(),
                explained(row),
                row.total(),
                moments.placed(),
                moments.expires(),
                moments.paid(),
                moments.shipped(),
                moments.received(),
                moments.closed(),
                moments.refunded(),
                row.closing(),
                row.refund(),
                row.parcel(),
                address,
                buyer,
                row.test());
    }

    private static List<Shown.Explained> explained(OrderRow row) {
        return Stream.of(
                        Shown.Explained.of(Shown.Term.GOODS, row.goods()),
                        Shown.Explained.of(Shown.Term.SHOP_COUPON, row.shopOff().negated()),
                        Shown.Explained.of(Shown.Term.SITE_COUPON, row.siteOff().negated()),
                        Shown.Explained.of(Shown.Term.SHIPPING, row.shipping()))
                .filter(term -> !term.amount().isZero() || term.term() == Shown.Term.SHIPPING)
                .toList();
    }

    private static Shown.Line line(OrderLine line) {
        return new Shown.Line(
                line.sku(),
                line.product(),
                line.options(),
                line.units(),
                line.price(),
                line.amount(),
                new Shown.Off(line.shopOff(), line.siteOff()),
                null,
                line.sale(),
                line.group(),
                null);
    }
}
