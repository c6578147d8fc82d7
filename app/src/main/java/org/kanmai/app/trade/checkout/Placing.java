package org.kanmai.app.trade.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.catalog.stock.Stock.Taking;
import org.kanmai.app.promotion.coupons.Choice;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.coupons.Redemption;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.promotion.groups.Joining;
import org.kanmai.app.promotion.groups.Together;
import org.kanmai.app.trade.addresses.Addresses;
import org.kanmai.app.trade.checkout.Quote.ShopQuote;
import org.kanmai.app.trade.orders.Lead;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.app.trade.orders.TradeSettings;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.VoucherId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places orders: at the price that the buyer saw, once for each key, with their units taken, or not at all. */
@Component
class Placing {
    private static final int THOUSAND = 1_000;

    private final Quotes quotes;
    private final OrderBook book;
    private final Stock stock;
    private final Coupons coupons;
    private final Groups groups;
    private final ApplicationEventPublisher events;
    private final Addresses addresses;
    private final TradeSettings settings;
    private final Ids ids;
    private final Clock clock;

    Placing(
            Quotes quotes,
            OrderBook book,
            Stock stock,
            Coupons coupons,
            Groups groups,
            ApplicationEventPublisher events,
            Addresses addresses,
            TradeSettings settings,
            Ids ids,
            Clock clock) {
        this.quotes = quotes;
        this.book = book;
        this.stock = stock;
        this.coupons = coupons;
        this.groups = groups;
        this.events = events;
        this.addresses = addresses;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a buyer wants to order.
     *
     * @param key the buyer's own: a second wish of the same key is answered with the orders of the first
     * @param quote the price that the buyer saw
     * @param address one of the buyer's
     * @param vouchers those of the buyer's that the price was seen with
     * @param together with whom to buy; absent for alone
     * @param room in which one buys, at its prices; absent for none
     * @param lead what led to each variant
     */
    record Wanted(
            PersonId buyer,
            String key,
            String quote,
            List<Wish> lines,
            long address,
            List<VoucherId> vouchers,
            @Nullable Together together,
            @Nullable RoomId room,
            Function<SkuId, Lead> lead) {}

    /** The orders, and the names of their shops where they are at hand. */
    record Outcome(List<OrderRow> orders, List<Shown.Seller> sellers) {}

    /** Places an order with each shop, and answers with those that the key has placed before. */
    @Transactional
    Outcome place(Wanted wanted) {
        Wallet wallet;
        Quote quote;
        try {
            wallet = wallet(wanted);
            quote = quote(wanted, wallet);
        } catch (Refusal gone) {
            return before(wanted, gone);
        }
        if (!quote.id().equals(wanted.quote())) {
            return before(wanted, priceChanged(quote));
        }
        if (!quote.delivery().unserved().isEmpty()) {
            return before(wanted, notServed(quote.delivery().unserved()));
        }
        if (!quote.shortages().isEmpty()) {
            return before(wanted, outOfStock(quote.shortages()));
        }
        var now = clock.instant();
        var orders = new ArrayList<OrderRow>();
        for (var shop : quote.orders()) {
            var order = order(wanted, shop, wallet.joining(), now);
            if (!book.place(
                    order, wanted.key(), wanted.address(), shop.sending().warehouse())) {
                return orders.isEmpty() ? before(wanted, noAddress()) : keyUsed();
            }
            orders.add(order);
        }
        coupons.redeem(wanted.buyer(), redemptions(quote, orders));
        join(wanted, wallet.joining(), orders);
        take(wanted, orders, wallet);
        tell(wanted, orders);
        return new Outcome(orders, quote.orders().stream().map(ShopQuote::shop).toList());
    }

    private void tell(Wanted wanted, List<OrderRow> orders) {
        if (wanted.room() != null) {
            var placed = orders.stream()
                    .map(order -> new OrderedInRoom.Placed(
                            order.id(),
                            order.shop(),
                            order.lines().getFirst().product().id()))
                    .toList();
            events.publishEvent(new OrderedInRoom(wanted.room(), wanted.buyer(), placed));
        }
    }

    /** What is known to be as the buyer saw it needs no look-up: taking the units looks again. */
    private Quote quote(Wanted wanted, Wallet wallet) {
        return quotes.recent(wanted.lines(), wallet)
                .filter(quote ->
                        quote.id().equals(wanted.quote()) && quote.shortages().isEmpty())
                .orElseGet(() -> quotes.of(wanted.lines(), wallet));
    }

    /** Who names no voucher costs no look-up. */
    private Wallet wallet(Wanted wanted) {
        var joining = wanted.together() == null ? null : groups.terms(wanted.together());
        var to = new Destination(() -> addresses.province(wanted.buyer(), wanted.address()));
        if (wanted.vouchers().isEmpty()) {
            return joining == null ? Wallet.in(wanted.room(), to) : Wallet.empty(joining, to);
        }
        return new Wallet(
                coupons.purse(wanted.buyer()),
                new Choice.These(wanted.vouchers()),
                joining,
                to,
                joining == null ? wanted.room() : null);
    }

    /** After coupons and before units, as all who lock the rows of a group do. */
    private void join(Wanted wanted, @Nullable Joining joining, List<OrderRow> orders) {
        if (joining != null) {
            var order = orders.getFirst();
            groups.take(
                    joining,
                    order.id(),
                    wanted.buyer(),
                    order.lines().getFirst().units());
        }
    }

    private static List<Redemption> redemptions(Quote quote, List<OrderRow> orders) {
        var some = new ArrayList<Redemption>();
        for (int place = 0; place < orders.size(); place++) {
            var order = orders.get(place).id();
            quote.orders()
                    .get(place)
                    .used()
                    .forEach(used -> some.add(new Redemption(order, used.voucher(), used.coupon(), used.off())));
        }
        return some;
    }

    /** A key that has ordered less than this must not order the rest: all of this is undone. */
    private static Outcome keyUsed() {
        throw Refusal.conflict("key-used", "The key is used", "Another order has this key; make a new one.");
    }

    private static Refusal noAddress() {
        return Refusal.invalid("address", "must be one of your addresses");
    }

    /** Who asks again after the answer was lost gets the orders, however prices and stock have changed since. */
    private Outcome before(Wanted wanted, Refusal otherwise) {
        var placed = book.placed(wanted.buyer(), wanted.key());
        if (placed.isEmpty()) {
            throw otherwise;
        }
        return new Outcome(placed, List.of());
    }

    private OrderRow order(Wanted wanted, ShopQuote shop, @Nullable Joining joining, Instant now) {
        var expires = now.plus(settings.payWithin());
        var lines = shop.lines().stream()
                .map(line -> new OrderLine(
                        line.sku(),
                        line.product(),
                        line.options(),
                        line.units(),
                        line.price(),
                        line.sale(),
                        joining == null ? null : joining.group(),
                        line.off().shop(),
                        line.off().site(),
                        wanted.lead().apply(line.sku())))
                .toList();
        return new OrderRow(
                new OrderId(ids.next()),
                wanted.buyer(),
                shop.shop().id(),
                OrderRow.State.PLACED,
                shop.goods(),
                shop.shipping(),
                fee(shop.revenue().minus(shop.shipping())),
                Binary.EMPTY,
                null,
                false,
                new OrderRow.Moments(now, earlier(expires, joining), null, null, null, null, null),
                null,
                null,
                null,
                lines);
    }

    /** Nobody pays for a group whose time is over. */
    private static Instant earlier(Instant expires, @Nullable Joining joining) {
        return joining != null && joining.endsAt().isBefore(expires) ? joining.endsAt() : expires;
    }

    private Money fee(Money revenue) {
        return revenue.split(settings.feePerMille(), THOUSAND - settings.feePerMille())
                .getFirst();
    }

    /** Last, because the rows stay locked until all of this is committed. */
    private void take(Wanted wanted, List<OrderRow> orders, Wallet wallet) {
        var units = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(line -> new Stock.Wanted(line.sku(), line.units(), onTheShelf(line, wallet), line.sale()))
                .toList();
        switch (stock.take(wanted.buyer(), units)) {
            case Taking.Taken taken -> {}
            case Taking.OutOfStock out -> throw outOfStock(out.shortages());
            case Taking.OverLimit over -> throw overLimit(over.sku());
            case Taking.Changed changed -> throw priceChanged(quotes.of(wanted.lines(), wallet));
        }
    }

    /** Units that a group buys lie on the shelf as all others do, at the price for one. */
    private Money onTheShelf(OrderLine line, Wallet wallet) {
        return wallet.joining() == null
                ? line.price()
                : quotes.alone(line.sku()).orElse(line.price());
    }

    private static Refusal priceChanged(Quote quote) {
        return Refusal.conflict(
                        "price-changed", "The price has changed", "Nothing was ordered; look at the new price first.")
                .with("quote", quote);
    }

    private static Refusal notServed(List<SkuId> skus) {
        return Refusal.conflict(
                        "region-not-served",
                        "Not sent there",
                        "Nothing was ordered; the shop does not send all of this to your address.")
                .with("skus", skus);
    }

    private static Refusal overLimit(SkuId sku) {
        return Refusal.conflict(
                        "over-limit", "More than one may have", "Nothing was ordered; a person can have only so many.")
                .with("sku", sku);
    }

    static Refusal outOfStock(List<Stock.Shortage> shortages) {
        return Refusal.conflict("out-of-stock", "Not enough left", "Nothing was ordered; fewer are left than you want.")
                .with("short", shortages);
    }
}
