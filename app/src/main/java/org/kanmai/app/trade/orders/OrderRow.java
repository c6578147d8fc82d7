package org.kanmai.app.trade.orders;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/**
 * An order as it is kept.
 *
 * @param goods what its lines cost by the list
 * @param fee what of the revenue is the platform's
 * @param address sealed; empty once it is no longer needed
 * @param payment absent until it is paid
 * @param test whether no real money moved
 */
public record OrderRow(
        OrderId id,
        PersonId buyer,
        ShopId shop,
        State state,
        Money goods,
        Money shipping,
        Money fee,
        Binary address,
        @Nullable PaymentId payment,
        boolean test,
        Moments moments,
        @Nullable Parcel parcel,
        @Nullable Closing closing,
        @Nullable Refund refund,
        List<OrderLine> lines) {
    public OrderRow {
        lines = List.copyOf(lines);
    }

    /** Where an order stands. */
    public enum State implements Code {
        PLACED,
        PAID,
        SHIPPED,
        RECEIVED,
        CLOSED,
        REFUNDED
    }

    /** Why an order was closed before it was paid. */
    public enum Closing implements Code {
        EXPIRED,
        CANCELLED
    }

    /** How far the money is on its way back. */
    public enum Refund implements Code {
        ASKED,
        DONE
    }

    /** Who brings it, under which number. */
    public record Parcel(String carrier, String number) {}

    /** When it came into its states; absent for those that it has not been in. */
    public record Moments(
            Instant placed,
            Instant expires,
            @Nullable Instant paid,
            @Nullable Instant shipped,
            @Nullable Instant received,
            @Nullable Instant closed,
            @Nullable Instant refunded) {}

    /** Returns what its buyer pays. */
    public Money total() {
        return goods.plus(shipping).minus(shopOff()).minus(siteOff());
    }

    /** Returns what is divided between its shop and the platform: what the buyer pays, and what the site pays for the buyer. */
    public Money revenue() {
        return total().plus(siteOff());
    }

    /** Returns what its shop takes off. */
    public Money shopOff() {
        return off(OrderLine::shopOff);
    }

    /** Returns what the site takes off. */
    public Money siteOff() {
        return off(OrderLine::siteOff);
    }

    /** Returns whether anything is taken off. */
    boolean discounted() {
        return !total().equals(goods.plus(shipping));
    }

    /** Returns whether it is bought together with others. */
    boolean grouped() {
        return lines.getFirst().group() != null;
    }

    private Money off(Function<OrderLine, Money> of) {
        return lines.stream().map(of).reduce(goods.zero(), Money::plus);
    }

    /** Returns it with other lines. */
    OrderRow with(List<OrderLine> others) {
        return new OrderRow(
                id, buyer, shop, state, goods, shipping, fee, address, payment, test, moments, parcel, closing, refund,
                others);
    }

    /** Units by variant, as stock takes them back. */
    List<Stock.Given> units() {
        return lines.stream()
                .map(line -> new Stock.Given(line.sku(), line.units(), line.sale()))
                .toList();
    }
}
