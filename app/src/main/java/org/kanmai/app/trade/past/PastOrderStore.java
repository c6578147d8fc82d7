package org.kanmai.app.trade.past;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.addresses.Addresses;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.OrderRow.Refund;
import org.kanmai.app.trade.orders.OrderRow.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds many orders of one line each in one statement. */
@Repository
class PastOrderStore {
    /** Parts an array of options has none of. */
    private static final String UNIT_SEPARATOR = "\u001f";

    private final JdbcClient jdbc;
    private final Addresses addresses;

    PastOrderStore(JdbcClient jdbc, Addresses addresses) {
        this.jdbc = jdbc;
        this.addresses = addresses;
    }

    void add(List<PastOrder> orders) {
        jdbc.sql("""
                with past as (
                         select *
                           from unnest(:ids::bigint[], :buyers::bigint[], :shops::bigint[], :states::text[], :currencies::text[],
                                       :totals::bigint[], :fees::bigint[], :addresses::bytea[], :placed::timestamptz[],
                                       :expires::timestamptz[], :payments::bigint[], :paid::timestamptz[], :carriers::text[],
                                       :parcels::text[], :shipped::timestamptz[], :received::timestamptz[],
                                       :closed::timestamptz[], :refunded::timestamptz[], :released::timestamptz[],
                                       :skus::bigint[], :products::bigint[], :titles::text[], :options::text[],
                                       :pictures::text[], :units::integer[], :prices::bigint[], :pseudonyms::bigint[],
                                       :exposures::bigint[], :shown::bigint[], :sources::text[])
                                as past (id, buyer, shop, state, currency, total, fee, address, placed_at, expires_at, payment,
                                         paid_at, carrier, parcel, shipped_at, received_at, closed_at, refunded_at,
                                         released_at, sku, product, title, options, picture, units, minor, pseudonym,
                                         exposure, shown, source)),
                     placed as (
                         insert into trade.orders (id, buyer, key, shop, state, currency, goods, shipping, total, fee, address,
                                                   placed_at, expires_at, payment, test, paid_at, carrier, parcel, shipped_at,
                                                   received_at, closed_at, closing, refund, refunded_at, released_at)
                         select id, buyer, 'history ' || id, shop, state, currency, total, 0, total, fee, address, placed_at,
                                expires_at, payment, true, paid_at, carrier, parcel, shipped_at, received_at, closed_at,
                                case when state = :isClosed then :expired end, case when state = :isRefunded then :done end,
                                refunded_at, released_at
                           from past)
                insert into trade.line (orders, place, sku, product, title, options, picture, units, minor, pseudonym, exposure,
                                        shown_kind, shown, source)
                select id, 0, sku, product, title, string_to_array(options, :separator), picture, units, minor, pseudonym,
                       exposure, :work, shown, source
                  from past
                """)
                .param("isClosed", State.CLOSED.code())
                .param("expired", Closing.EXPIRED.code())
                .param("isRefunded", State.REFUNDED.code())
                .param("done", Refund.DONE.code())
                .param("separator", UNIT_SEPARATOR)
                .param("work", "work")
                .param("ids", all(orders, order -> order.id().value(), Long[]::new))
                .param(
                        "buyers",
                        all(
                                orders,
                                order -> order.purchase()
                                        .deed()
                                        .settler()
                                        .person()
                                        .value(),
                                Long[]::new))
                .param(
                        "shops",
                        all(orders, order -> order.purchase().offer().shop().value(), Long[]::new))
                .param("states", all(orders, order -> order.state().code(), String[]::new))
                .param(
                        "currencies",
                        all(orders, order -> order.total().currency().getCurrencyCode(), String[]::new))
                .param("totals", all(orders, order -> order.total().minor(), Long[]::new))
                .param("fees", all(orders, order -> order.fee().minor(), Long[]::new))
                .param("addresses", all(orders, this::address, byte[][]::new))
                .param("placed", times(orders, PastOrder::placed))
                .param("expires", times(orders, PastOrder::expires))
                .param("payments", all(orders, PastOrderStore::payment, Long[]::new))
                .param("paid", times(orders, order -> order.purchase().steps().paid()))
                .param("carriers", all(orders, PastOrderStore::carrier, String[]::new))
                .param("parcels", all(orders, PastOrderStore::parcel, String[]::new))
                .param(
                        "shipped",
                        times(orders, order -> order.purchase().steps().shipped()))
                .param(
                        "received",
                        times(orders, order -> order.purchase().steps().received()))
                .param("closed", times(orders, PastOrder::closed))
                .param(
                        "refunded",
                        times(orders, order -> order.purchase().steps().refunded()))
                .param("released", times(orders, PastOrder::released))
                .param(
                        "skus",
                        all(orders, order -> order.purchase().offer().sku().value(), Long[]::new))
                .param(
                        "products",
                        all(orders, order -> order.purchase().offer().product().value(), Long[]::new))
                .param("titles", all(orders, order -> order.purchase().offer().title(), String[]::new))
                .param(
                        "options",
                        all(
                                orders,
                                order -> String.join(
                                        UNIT_SEPARATOR, order.purchase().offer().options()),
                                String[]::new))
                .param("pictures", all(orders, order -> order.purchase().offer().picture(), String[]::new))
                .param("units", all(orders, order -> order.purchase().units(), Integer[]::new))
                .param(
                        "prices",
                        all(orders, order -> order.purchase().offer().price().minor(), Long[]::new))
                .param(
                        "pseudonyms",
                        all(
                                orders,
                                order -> order.purchase()
                                        .deed()
                                        .settler()
                                        .pseudonym()
                                        .value(),
                                Long[]::new))
                .param(
                        "exposures",
                        all(orders, order -> order.purchase().deed().exposure().value(), Long[]::new))
                .param(
                        "shown",
                        all(orders, order -> order.purchase().deed().shown().id(), Long[]::new))
                .param(
                        "sources",
                        all(orders, order -> order.purchase().deed().source().code(), String[]::new))
                .update();
    }

    /** Where a parcel goes, only as long as it is to go there. */
    private byte @Nullable [] address(PastOrder order) {
        var place = order.purchase().place();
        boolean needed = order.state() == State.PAID || order.state() == State.SHIPPED;
        return needed && place != null ? addresses.seal(place) : null;
    }

    private static @Nullable Long payment(PastOrder order) {
        return order.payment() == null ? null : order.payment().value();
    }

    private static @Nullable String carrier(PastOrder order) {
        var parcel = order.purchase().parcel();
        return parcel == null ? null : parcel.carrier();
    }

    private static @Nullable String parcel(PastOrder order) {
        var parcel = order.purchase().parcel();
        return parcel == null ? null : parcel.number();
    }

    private static String[] times(List<PastOrder> orders, Function<PastOrder, @Nullable Instant> of) {
        Function<PastOrder, @Nullable String> text = order -> {
            var at = of.apply(order);
            return at == null ? null : at.toString();
        };
        return all(orders, text, String[]::new);
    }

    private static <T> T[] all(List<PastOrder> orders, Function<PastOrder, @Nullable T> of, IntFunction<T[]> array) {
        return orders.stream().map(of).toArray(array);
    }
}
