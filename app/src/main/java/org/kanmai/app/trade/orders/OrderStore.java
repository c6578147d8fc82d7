package org.kanmai.app.trade.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds and finds orders, always whole: an order with its lines is one statement. */
@Repository
class OrderStore {
    /** Columns of {@code placed}, an order under that name, and of its lines. */
    static final String COLUMNS = """
            placed.id, placed.buyer, placed.shop, placed.state, placed.currency, placed.goods, placed.shipping, placed.fee,
            placed.address, placed.placed_at, placed.expires_at, placed.payment, placed.test, placed.paid_at,
            placed.carrier, placed.parcel, placed.shipped_at, placed.received_at, placed.closed_at, placed.closing,
            placed.refund, placed.refunded_at,
            line.sku, line.product, line.title, line.options, line.picture, line.units, line.minor,
            line.pseudonym, line.exposure, line.shown_kind, line.shown, line.source
            """;

    /** Parts an array of options has none of. */
    private static final String UNIT_SEPARATOR = "\u001f";

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an order to be sent to one of its buyer's addresses; false when its key is there already or the address is not. */
    boolean add(OrderRow order, String key, long address) {
        return jdbc.sql("""
                with placed as (
                         insert into trade.orders (id, buyer, key, shop, state, currency, goods, shipping, total, fee,
                                                   address, placed_at, expires_at)
                         select :id, :buyer, :key, :shop, 'placed', :currency, :goods, :shipping, :total, :fee,
                                address.sealed, :placedAt, :expiresAt
                           from trade.address
                          where address.id = :address
                            and address.owner = :buyer
                             on conflict (buyer, key, shop) do nothing
                         returning id)
                insert into trade.line (orders, place, sku, product, title, options, picture, units, minor,
                                        pseudonym, exposure, shown_kind, shown, source)
                select placed.id, wanted.place - 1, wanted.sku, wanted.product, wanted.title,
                       string_to_array(wanted.options, :separator), wanted.picture, wanted.units, wanted.minor,
                       wanted.pseudonym, wanted.exposure, wanted.shown_kind, wanted.shown, wanted.source
                  from placed
                 cross join unnest(:skus::bigint[], :products::bigint[], :titles::text[], :options::text[],
                                   :pictures::text[], :units::integer[], :minors::bigint[], :pseudonyms::bigint[],
                                   :exposures::bigint[], :shownKinds::text[], :shown::bigint[], :sources::text[])
                       with ordinality as wanted (sku, product, title, options, picture, units, minor, pseudonym,
                                                  exposure, shown_kind, shown, source, place)
                """)
                        .param("id", order.id().value())
                        .param("buyer", order.buyer().value())
                        .param("key", key)
                        .param("shop", order.shop().value())
                        .param("currency", order.goods().currency().getCurrencyCode())
                        .param("goods", order.goods().minor())
                        .param("shipping", order.shipping().minor())
                        .param("total", order.total().minor())
                        .param("fee", order.fee().minor())
                        .param("placedAt", Timestamp.from(order.moments().placed()))
                        .param("expiresAt", Timestamp.from(order.moments().expires()))
                        .param("address", address)
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
        return whole(
                jdbc.sql("""
                select %s
                  from trade.orders placed
                  join trade.line on line.orders = placed.id
                 where placed.buyer = :buyer
                   and placed.key = :key
                 order by placed.id, line.place
                """.formatted(COLUMNS)).param("buyer", buyer.value()).param("key", key));
    }

    List<OrderRow> find(Collection<OrderId> ids) {
        return whole(jdbc.sql("""
                select %s
                  from trade.orders placed
                  join trade.line on line.orders = placed.id
                 where placed.id = any(:ids)
                 order by placed.id, line.place
                """.formatted(COLUMNS))
                .param("ids", ids.stream().map(OrderId::value).toArray(Long[]::new)));
    }

    Optional<OrderRow> find(OrderId id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<OrderRow> ofBuyer(PersonId buyer, OrderRow.@Nullable State state, Paging paging) {
        return list("buyer", buyer.value(), state, paging);
    }

    List<OrderRow> ofShop(ShopId shop, OrderRow.@Nullable State state, Paging paging) {
        return list("shop", shop.value(), state, paging);
    }

    /** A shop does not see what nobody has paid yet. */
    private List<OrderRow> list(String side, long id, OrderRow.@Nullable State state, Paging paging) {
        return whole(jdbc.sql("""
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
                """.formatted(COLUMNS, side))
                .param("party", id)
                .param("state", state == null ? null : state.code(), Types.VARCHAR)
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }

    /** Reads rows of orders joined with their lines, those of one order beside each other. */
    static List<OrderRow> whole(JdbcClient.StatementSpec statement) {
        var orders = new LinkedHashMap<OrderId, OrderRow>();
        var lines = new LinkedHashMap<OrderId, List<OrderLine>>();
        statement
                .query((row, number) -> {
                    var order = order(row);
                    orders.putIfAbsent(order.id(), order);
                    lines.computeIfAbsent(order.id(), first -> new ArrayList<>())
                            .add(line(row));
                    return number;
                })
                .list();
        return orders.values().stream()
                .map(order -> with(order, lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private static OrderRow with(OrderRow order, List<OrderLine> lines) {
        return new OrderRow(
                order.id(),
                order.buyer(),
                order.shop(),
                order.state(),
                order.goods(),
                order.shipping(),
                order.fee(),
                order.address(),
                order.payment(),
                order.test(),
                order.moments(),
                order.parcel(),
                order.closing(),
                order.refund(),
                lines);
    }

    private static OrderRow order(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var address = row.getBytes("address");
        var carrier = row.getString("carrier");
        return new OrderRow(
                new OrderId(row.getLong("id")),
                new PersonId(row.getLong("buyer")),
                new ShopId(row.getLong("shop")),
                Code.parse(OrderRow.State.class, row.getString("state")),
                Money.of(row.getLong("goods"), currency),
                Money.of(row.getLong("shipping"), currency),
                Money.of(row.getLong("fee"), currency),
                address == null ? Binary.EMPTY : Binary.of(address),
                id(row, "payment", PaymentId::new),
                row.getBoolean("test"),
                moments(row),
                carrier == null ? null : new OrderRow.Parcel(carrier, row.getString("parcel")),
                code(row, "closing", OrderRow.Closing.class),
                code(row, "refund", OrderRow.Refund.class),
                List.of());
    }

    private static OrderRow.Moments moments(ResultSet row) throws SQLException {
        return new OrderRow.Moments(
                row.getTimestamp("placed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "paid_at"),
                instant(row, "shipped_at"),
                instant(row, "received_at"),
                instant(row, "closed_at"),
                instant(row, "refunded_at"));
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                new SkuId(row.getLong("sku")),
                new Shown.Item(new ProductId(row.getLong("product")), row.getString("title"), row.getString("picture")),
                List.of((String[]) row.getArray("options").getArray()),
                row.getInt("units"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                lead(row));
    }

    private static @Nullable Lead lead(ResultSet row) throws SQLException {
        var pseudonym = id(row, "pseudonym", Pseudonym::new);
        if (pseudonym == null) {
            return null;
        }
        var kind = code(row, "shown_kind", SubjectKind.class);
        return new Lead(
                pseudonym,
                id(row, "exposure", ExposureId::new),
                kind == null ? null : new Subject(kind, row.getLong("shown")),
                Code.parse(Source.class, row.getString("source")));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<Long, T> of) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : of.apply(value);
    }

    private static <E extends Enum<E> & Code> @Nullable E code(ResultSet row, String column, Class<E> type)
            throws SQLException {
        var text = row.getString(column);
        return text == null ? null : Code.parse(type, text);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
