package org.kanmai.app.trade.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.payment.Payment;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.Payments;
import org.kanmai.app.payment.Payments.Opened;
import org.kanmai.app.promotion.coupons.Choice;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.coupons.Purse;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.promotion.groups.Joining;
import org.kanmai.app.promotion.groups.Together;
import org.kanmai.app.trade.addresses.Addresses;
import org.kanmai.app.trade.orders.Lead;
import org.kanmai.app.trade.orders.Order;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderDesk;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.VoucherId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From a price to a paid order: ask, place, pay (EC-05, EC-06). */
@RestController
class CheckoutHttp {
    private static final int MOST_ORDERS = 50;

    private final Quotes quotes;
    private final Rushes rushes;
    private final OrderBook book;
    private final OrderDesk desk;
    private final Payments payments;
    private final CartStore carts;
    private final Coupons coupons;
    private final Groups groups;
    private final Addresses addresses;
    private final Clock clock;

    CheckoutHttp(
            Quotes quotes,
            Rushes rushes,
            OrderBook book,
            OrderDesk desk,
            Payments payments,
            CartStore carts,
            Coupons coupons,
            Groups groups,
            Addresses addresses,
            Clock clock) {
        this.quotes = quotes;
        this.rushes = rushes;
        this.book = book;
        this.desk = desk;
        this.payments = payments;
        this.carts = carts;
        this.coupons = coupons;
        this.groups = groups;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * What somebody asks the price of.
     *
     * @param coupons vouchers to use; absent for those that take off most, empty for none
     * @param together with whom to buy; absent for alone
     * @param room in which one buys, at its prices; absent for none
     * @param address where it goes; absent for the standard address of who is signed in
     */
    record Asked(
            List<Wish> lines,
            @Nullable List<VoucherId> coupons,
            @Nullable Together together,
            @Nullable RoomId room,
            @Nullable String address) {}

    /**
     * What somebody orders.
     *
     * @param key made by the buyer's page once for each wish, 8-64 letters, digits and dashes
     * @param quote of the price that the buyer saw
     * @param coupons vouchers that the price was seen with; absent for none
     * @param together with whom to buy; absent for alone
     * @param provider with whom to pay at once; absent to pay later
     * @param room in which one buys, at its prices; absent for none
     */
    record Wanted(
            String key,
            String quote,
            List<Wish> lines,
            String address,
            @Nullable List<VoucherId> coupons,
            @Nullable Together together,
            @Nullable String provider,
            @Nullable RoomId room) {}

    /** The orders, one a shop, and where to pay them; that is absent unless a provider was named, answers, and there is something to pay. */
    record Placed(List<Order> items, @Nullable Opened payment) {}

    /** Which orders to pay, with whom. */
    record ToPay(List<OrderId> orders, String provider) {}

    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/quotes")
    Quote quote(@RequestBody Asked asked, Viewer viewer) {
        var choice = Choice.of(asked.coupons());
        var purse = viewer.person() == null ? Purse.EMPTY : coupons.purse(viewer.self());
        var joining = joining(asked.together());
        var room = joining == null ? asked.room() : null;
        return quotes.of(Wish.check(asked.lines()), new Wallet(purse, choice, joining, to(asked, viewer), room));
    }

    private Destination to(Asked asked, Viewer viewer) {
        if (viewer.person() == null) {
            return Destination.unknown();
        }
        var person = viewer.self();
        var address = asked.address();
        if (address == null) {
            return new Destination(() -> addresses.province(person));
        }
        long number = number(address);
        return new Destination(() -> addresses.province(person, number));
    }

    private static long number(String address) {
        if (!address.matches("[0-9]{1,18}")) {
            throw Refusal.invalid("address", "must be one of your addresses");
        }
        return Long.parseLong(address);
    }

    /** Who comes by an item's token was led here by it; who comes from the cart by what led to each of its lines. */
    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Placed place(@RequestBody Wanted wanted, Viewer viewer, Trace trace) {
        if (!wanted.key().matches("[A-Za-z0-9-]{8,64}")) {
            throw Refusal.invalid("key", "must be 8-64 letters, digits and dashes");
        }
        long address = number(wanted.address());
        var lines = Wish.check(wanted.lines());
        var kept = trace.terms() == null ? carts.leads(viewer.self(), skus(lines)) : Map.<SkuId, Lead>of();
        var direct = Lead.of(viewer, trace);
        var outcome = rushes.place(new Placing.Wanted(
                viewer.self(),
                wanted.key(),
                wanted.quote(),
                lines,
                address,
                vouchers(wanted),
                wanted.together(),
                wanted.room(),
                sku -> kept.getOrDefault(sku, direct)));
        if (!kept.isEmpty()) {
            carts.remove(viewer.self(), kept.keySet());
        }
        var payment = wanted.provider() == null ? null : opened(outcome.orders(), wanted.provider());
        return new Placed(desk.forBuyer(outcome.orders(), outcome.sellers()), payment);
    }

    private @Nullable Joining joining(@Nullable Together together) {
        return together == null ? null : groups.terms(together);
    }

    private static List<VoucherId> vouchers(Wanted wanted) {
        return Choice.of(wanted.coupons()) instanceof Choice.These these ? these.vouchers() : List.of();
    }

    private static List<SkuId> skus(List<Wish> lines) {
        return lines.stream().map(Wish::sku).toList();
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/payments")
    Opened pay(@RequestBody ToPay wish, Viewer viewer) {
        if (wish.orders().size() > MOST_ORDERS) {
            throw Refusal.invalid("orders", "must be at most " + MOST_ORDERS);
        }
        var rows = book.own(viewer.self(), wish.orders());
        if (rows.size() != wish.orders().size() || rows.isEmpty()) {
            throw Refusal.notFound("order");
        }
        if (!payable(rows)) {
            throw Refusal.conflict("not-payable", "Nothing to pay", "One of these orders is paid already, or over.");
        }
        try {
            return open(rows, wish.provider());
        } catch (ProviderAway away) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "provider-away",
                    "The payment provider does not answer",
                    "Your order is kept; pay it from your orders in a moment.");
        }
    }

    /** Orders that are placed stay so whatever comes of their payment, which can be asked for again. */
    private @Nullable Opened opened(List<OrderRow> rows, String provider) {
        try {
            return payable(rows) ? open(rows, provider) : null;
        } catch (ProviderAway away) {
            return null;
        }
    }

    private boolean payable(List<OrderRow> rows) {
        var now = clock.instant();
        return rows.stream()
                .allMatch(row -> row.state() == OrderRow.State.PLACED
                        && row.moments().expires().isAfter(now));
    }

    private Opened open(List<OrderRow> rows, String provider) {
        var covers = rows.stream()
                .map(row -> new Payment.Cover(row.id().value(), row.total()))
                .toList();
        var first = rows.getFirst();
        var until = rows.stream().map(row -> row.moments().expires()).min(Instant::compareTo);
        return payments.open(
                first.buyer(),
                covers,
                provider,
                first.lines().getFirst().product().title(),
                until.orElseThrow());
    }
}
