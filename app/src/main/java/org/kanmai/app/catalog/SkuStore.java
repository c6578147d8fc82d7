package org.kanmai.app.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Variants, their prices, and every price that they had. */
@Repository
class SkuStore {
    private final JdbcClient jdbc;

    SkuStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A variant and how much of it is free; one that is gone can't be ordered any more. */
    record Row(ProductId product, Product.Sku sku, boolean gone) {}

    void add(SkuId id, ProductId product, int place, Variant variant) {
        jdbc.sql("""
                insert into catalog.sku (id, product, place, options, code, minor, currency)
                     values (:id, :product, :place, :options, :code, :minor, :currency)
                """)
                .param("id", id.value())
                .param("product", product.value())
                .param("place", place)
                .param("options", variant.options().toArray(String[]::new))
                .param("code", variant.code())
                .param("minor", variant.price().minor())
                .param("currency", variant.price().currency().getCurrencyCode())
                .update();
    }

    /** Puts a variant that stays in its new place. */
    void keep(SkuId id, int place, String code) {
        jdbc.sql("""
                update catalog.sku
                   set place = :place, code = :code
                 where id = :id
                """)
                .param("id", id.value())
                .param("place", place)
                .param("code", code)
                .update();
    }

    void takeOut(Collection<SkuId> ids) {
        jdbc.sql("update catalog.sku set gone = true where id = any(:ids)")
                .param("ids", ids.stream().map(SkuId::value).toArray(Long[]::new))
                .update();
    }

    /** Sets a price from an instant on; the former ones stay on record. */
    void price(SkuId id, Money price, Instant since) {
        jdbc.sql("""
                update catalog.sku
                   set minor = :minor, currency = :currency
                 where id = :id
                """)
                .param("id", id.value())
                .param("minor", price.minor())
                .param("currency", price.currency().getCurrencyCode())
                .update();
        jdbc.sql("""
                insert into catalog.price (sku, since, minor, currency)
                     values (:sku, :since, :minor, :currency)
                on conflict (sku, since) do update
                        set minor = excluded.minor
                """)
                .param("sku", id.value())
                .param("since", Timestamp.from(since))
                .param("minor", price.minor())
                .param("currency", price.currency().getCurrencyCode())
                .update();
    }

    /** Returns the variants of products that can be ordered, in the merchant's order. */
    List<Row> of(Collection<ProductId> products) {
        return rows(
                "sku.product = any(:ids) and not sku.gone",
                products.stream().map(ProductId::value).toArray(Long[]::new));
    }

    /** Returns the variants of products as they are sold at an instant: those that a sale runs of by its price, from its units. */
    List<Row> sold(Collection<ProductId> products, Instant now) {
        return jdbc.sql("""
                select sku.id, sku.product, sku.options, sku.code, coalesce(sale.minor, sku.minor) as minor, sku.currency,
                       sku.gone, coalesce(stock.free, 0) as free, sale.id as sale
                  from catalog.sku
                  left join catalog.sale on sale.sku = sku.id and sale.state = 'planned'
                                        and sale.starts_at <= :now and sale.ends_at > :now
                                        and sale.room is null
                  left join lateral (select sum(free) as free
                                       from catalog.stock
                                      where stock.sku = sku.id
                                        and (stock.bucket > 0) = (sale.id is not null)) stock on true
                 where sku.product = any(:ids)
                   and not sku.gone
                 order by sku.product, sku.place
                """)
                .param("now", Timestamp.from(now))
                .param("ids", products.stream().map(ProductId::value).toArray(Long[]::new))
                .query(SkuStore::row)
                .list();
    }

    /** Returns variants, those too that are gone. */
    List<Row> find(Collection<SkuId> ids) {
        return rows("sku.id = any(:ids)", ids.stream().map(SkuId::value).toArray(Long[]::new));
    }

    private List<Row> rows(String condition, Long[] ids) {
        return jdbc.sql("""
                select sku.id, sku.product, sku.options, sku.code, sku.minor, sku.currency, sku.gone,
                       coalesce(stock.free, 0) as free, null::bigint as sale
                  from catalog.sku
                  left join catalog.stock on stock.sku = sku.id and stock.bucket = 0
                 where %s
                 order by sku.product, sku.place
                """.formatted(condition))
                .param("ids", ids)
                .query(SkuStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var sku = new Product.Sku(
                new SkuId(row.getLong("id")),
                texts(row, "options"),
                row.getString("code"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getInt("free"),
                sale(row));
        return new Row(new ProductId(row.getLong("product")), sku, row.getBoolean("gone"));
    }

    static @Nullable SaleId sale(ResultSet row) throws SQLException {
        long sale = row.getLong("sale");
        return row.wasNull() ? null : new SaleId(sale);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
