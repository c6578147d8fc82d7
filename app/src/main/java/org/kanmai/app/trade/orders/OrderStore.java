package org.kanmai.app.trade.orders;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Id;
import org.kanmai.facts.Ids;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds and finds orders, always whole: an order with its lines is one statement. */
@Repository
class OrderStore {
    /** Parts an array of options has none of. */
    private static final String UNIT_SEPARATOR = "\u001f";

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an order to be sent from a warehouse to one of its buyer's addresses; false when its key is there already or the address is not. */
    boolean add(OrderRow order, String key, long address, @Nullable String warehouse) {
        return jdbc.sql("""
                with placed as (
                         insert into trade.orders (id, buyer, key, shop, state, currency, goods, shipping, shop_off, site_off,
                                                   total, fee, address, placed_at, expires_at, warehouse)
                         select :id, :buyer, :key, :shop, 'placed', :currency, :goods, :shipping, :shopOff, :siteOff,
                                :total, :fee, address.sealed, :placedAt, :expiresAt, :warehouse
                           from trade.address
                          where address.id = :address
                            and address.owner = :buyer
                             on conflict (buyer, key, shop) do nothing
                         returning id)
                insert into trade.line (orders, place, sku, product, title, options, picture, units, minor, sale, gathering,
                                        shop_off, site_off, pseudonym, exposure, shown_kind, shown, source, insured)
                select placed.id, wanted.place - 1, wanted.sku, wanted.product, wanted.title,
                       string_to_array(wanted.options, :separator), wanted.picture, wanted.units, wanted.minor, wanted.sale, wanted.gathering,
                       wanted.shop_off, wanted.site_off, wanted.pseudonym, wanted.exposure, wanted.shown_kind, wanted.shown, wanted.source,
                       coalesce((select terms.insured from trade.terms where terms.shop = :shop), false)
                  from placed
                 cross join unnest(:skus::bigint[], :products::bigint[], :titles::text[], :options::text[],
                                   :pictures::text[], :units::integer[], :minors::bigint[], :sales::bigint[], :gatherings::bigint[],
                                   :shopOffs::bigint[], :siteOffs::bigint[], :pseudonyms::bigint[],
                                   :exposures::bigint[], :shownKinds::text[], :shown::bigint[], :sources::text[])
                       with ordinality as wanted (sku, product, title, options, picture, units, minor, sale, gathering, shop_off, site_off, pseudonym,
                                                  exposure, shown_kind, shown, source, place)
                """)
                        .param("id", order.id().value())
                        .param("buyer", order.buyer().value())
                        .param("key", key)
                        .param("shop", order.shop().value())
                        .param("currency", order.goods().currency().getCurrencyCode())
                        .param("goods", order.goods().minor())
                        .param("shipping", order.shipping().minor())
                        .param("shopOff", order.shopOff().minor())
                        .param("siteOff", order.siteOff().minor())
                        .param("total", order.total().minor())
                        .param("fee", order.fee().minor())
                        .param("placedAt", Timestamp.from(order.moments().placed()))
                        .param("expiresAt", Timestamp.from(order.moments().expires()))
                        .param("address", address)
                        .param("warehouse", warehouse == null ? null : Long.valueOf(warehouse), Types.BIGINT)
                        .param("separator", UNIT_SEPARATOR)
                        .param("skus", numbers(order, line -> line.sku().value()))
                        .param(
                                "products",
                                numbers(order, line -> line.product().id().value()))
                        .param("titles", texts(order, line -> line.product().title()))
                        .param("options", texts(order, line -> String.join(UNIT_SEPARATOR, line.options())))
                        .param("pictures", texts(order, line -> line.product().picture()))
                        .param(
                                "units",
                                order.lines().stream().map(OrderLine::units).toArray(Integer[]::new))
                        .param("minors", numbers(order, line -> line.price().minor()))
                        .param("sales", numbers(order, line -> value(line.sale())))
                        .param("gatherings", numbers(order, line -> value(line.group())))
                        .param("shopOffs", numbers(order, line -> line.shopOff().minor()))
                        .param("siteOffs", numbers(order, line -> line.siteOff().minor()))
                        .param(
                                "pseudonyms",
                                numbers(order, led(lead -> lead.pseudonym().value())))
                        .param("exposures", numbers(order, led(OrderStore::exposure)))
                        .param("shownKinds", texts(order, led(OrderStore::shownKind)))
                        .param("shown", numbers(order, led(OrderStore::shown)))
                        .param("sources", texts(order, led(lead -> lead.source().code())))
                        .update()
                > 0;
    }

    private static Long[] numbers(OrderRow order, Function<OrderLine, @Nullable Long> of) {
        return order.lines().stream().map(of).toArray(Long[]::new);
    }

    private static String[] texts(OrderRow order, Function<OrderLine, @Nullable String> of) {
        return order.lines().stream().map(of).toArray(String[]::new);
    }

    private static <T> Function<OrderLine, @Nullable T> led(Function<Lead, @Nullable T> of) {
        return line -> line.lead() == null ? null : of.apply(line.lead());
    }

    private static @Nullable Long value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Long exposure(Lead lead) {
        return lead.exposure() == null ? null : lead.exposure().value();
    }

    private static @Nullable String shownKind(Lead lead) {
        return lead.shown() == null ? null : lead.shown().kind().code();
    }

    private static @Nullable Long shown(Lead lead) {
        return lead.shown() == null ? null : lead.shown().id();
    }

    List<OrderRow> byKey(PersonId buyer, String key) {
        return OrderRows.whole(jdbc.sql("""
                select %s
                  from trade.orders placed
                  join trade.line on line.orders = placed.id
                 where placed.buyer = :buyer
                   and placed.key = :key
                 order by placed.id, line.place
                """.formatted(OrderRows.COLUMNS))
                .param("buyer", buyer.value())
                .param("key", key));
    }

    List<OrderRow> find(Collection<OrderId> ids) {
        return OrderRows.whole(jdbc.sql("""
                select %s
                  from trade.orders placed
                  join trade.line on line.orders = placed.id
                 where placed.id = any(:ids)
                 order by placed.id, line.place
                """.formatted(OrderRows.COLUMNS))
                .param("ids", ids.stream().map(OrderId::value).toArray(Long[]::new)));
    }

    Optional<OrderRow> find(OrderId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** An id holds the millisecond in which it was made: the newest are found without another index. */
    List<OrderRow> paid(@Nullable ShopId shop, Instant from, Instant until, int limit) {
        return OrderRows.whole(jdbc.sql("""
                select %s
                  from (select *
                          from trade.orders
                         where shop = coalesce(:shop, shop)
                           and state in ('paid', 'shipped', 'received')
                           and id >= :from
                           and id < :until
                         order by id desc
                         limit :limit) placed
                  join trade.line on line.orders = placed.id
                 order by placed.id desc, line.place
                """.formatted(OrderRows.COLUMNS))
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .param("from", Ids.smallest(from))
                .param("until", Ids.smallest(until))
                .param("limit", limit));
    }

    /** Returns whether a person has an order that is not closed. */
    boolean hasOrdered(PersonId buyer) {
        return jdbc.sql("select exists (select from trade.orders where buyer = :buyer and state <> 'closed')")
                .param("buyer", buyer.value())
                .query(Boolean.class)
                .single();
    }

    List<OrderRow> ofBuyer(PersonId buyer, OrderRow.@Nullable State state, Paging paging) {
        return list("buyer", buyer.value(), state, paging);
    }

    List<OrderRow> ofShop(ShopId shop, OrderRow.@Nullable State state, Paging paging) {
        return list("shop", shop.value(), state, paging);
    }

    private List<OrderRow> list(String side, long id, OrderRow.@Nullable State state, Paging paging) {
        return OrderRows.whole(jdbc.sql("""
                select %s
                  from (select *
                          from trade.orders
                         where %s = :party
                           and state = coalesce(:state, state)
                           and id < :before
                         order by id desc
                         limit :rows) placed
                  join trade.line on line.orders = placed.id
                 order by placed.id desc, line.place
                """.formatted(OrderRows.COLUMNS, side))
                .param("party", id)
                .param("state", state == null ? null : state.code(), Types.VARCHAR)
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }
}
