package org.kanmai.app.trade.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads orders from rows in which each order is joined with its lines. */
final class OrderRows {
    /** Columns of {@code placed}, an order under that name, and of its lines. */
    static final String COLUMNS = """
            placed.id, placed.buyer, placed.shop, placed.state, placed.currency, placed.goods, placed.shipping, placed.fee,
            placed.address, placed.placed_at, placed.expires_at, placed.payment, placed.test, placed.paid_at,
            placed.carrier, placed.parcel, placed.shipped_at, placed.received_at, placed.closed_at, placed.closing,
            placed.refund, placed.refunded_at,
            line.sku, line.product, line.title, line.options, line.picture, line.units, line.minor, line.sale, line.gathering, line.shop_off, line.site_off,
            line.pseudonym, line.exposure, line.shown_kind, line.shown, line.source
            """;

    private OrderRows() {}

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
                id(row, "sale", SaleId::new),
                id(row, "gathering", GroupId::new),
                Money.of(row.getLong("shop_off"), row.getString("currency")),
                Money.of(row.getLong("site_off"), row.getString("currency")),
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
