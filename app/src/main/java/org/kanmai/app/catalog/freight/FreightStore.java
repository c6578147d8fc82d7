package org.kanmai.app.catalog.freight;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Freight schemes, and which of them holds for what. */
@Repository
class FreightStore {
    private static final TypeReference<List<FreightRate>> RATES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FreightStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a product says of its freight; without a scheme its shop's holds. */
    record OfProduct(@Nullable String scheme, int grams) {}

    /** Makes others who change the freight or the warehouses of a shop wait until this transaction ends. */
    void lock(ShopId shop) {
        jdbc.sql("select id from catalog.shop where id = :shop for no key update")
                .param("shop", shop.value())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    List<FreightScheme> of(ShopId shop) {
        return jdbc.sql("""
                select id, name, basis, currency, rates::text as rates
                  from catalog.freight
                 where shop = :shop
                 order by id
                """)
                .param("shop", shop.value())
                .query((row, number) -> new FreightScheme(
                        row.getString("id"),
                        row.getString("name"),
                        Code.parse(FreightBasis.class, row.getString("basis")),
                        Currency.getInstance(row.getString("currency")),
                        json.readValue(row.getString("rates"), RATES)))
                .list();
    }

    /** Keeps a scheme, new or changed; the shop's row is locked, and no other scheme of it has the name. */
    void save(ShopId shop, FreightScheme scheme, Instant at) {
        jdbc.sql("""
                insert into catalog.freight (id, shop, name, basis, currency, rates, changed_at)
                     values (:id, :shop, :name, :basis, :currency, :rates::jsonb, :at)
                on conflict (id) do update
                        set name = excluded.name, basis = excluded.basis, currency = excluded.currency,
                            rates = excluded.rates, changed_at = excluded.changed_at
                """)
                .param("id", Long.parseLong(scheme.id()))
                .param("shop", shop.value())
                .param("name", scheme.name())
                .param("basis", scheme.basis().code())
                .param("currency", scheme.currency().getCurrencyCode())
                .param("rates", json.writeValueAsString(scheme.rates()))
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(String id) {
        jdbc.sql("delete from catalog.freight where id = :id")
                .param("id", Long.parseLong(id))
                .update();
    }

    Optional<String> standard(ShopId shop) {
        return jdbc.sql("select freight from catalog.shop where id = :shop and freight is not null")
                .param("shop", shop.value())
                .query((row, number) -> row.getString("freight"))
                .optional();
    }

    void standard(ShopId shop, @Nullable String scheme) {
        jdbc.sql("update catalog.shop set freight = :scheme where id = :shop")
                .param("shop", shop.value())
                .param("scheme", number(scheme), Types.BIGINT)
                .update();
    }

    Optional<OfProduct> of(ShopId shop, ProductId product) {
        return jdbc.sql("""
                select freight, grams
                  from catalog.product
                 where id = :product
                   and shop = :shop
                   and state <> 'removed'
                """)
                .param("product", product.value())
                .param("shop", shop.value())
                .query((row, number) -> new OfProduct(row.getString("freight"), row.getInt("grams")))
                .optional();
    }

    /** Says what holds for a product; false when the shop has none such. */
    boolean put(ShopId shop, ProductId product, OfProduct wanted) {
        return jdbc.sql("""
                update catalog.product
                   set freight = :scheme, grams = :grams
                 where id = :product
                   and shop = :shop
                   and state <> 'removed'
                """)
                        .param("product", product.value())
                        .param("shop", shop.value())
                        .param("scheme", number(wanted.scheme), Types.BIGINT)
                        .param("grams", wanted.grams)
                        .update()
                == 1;
    }

    private static @Nullable Long number(@Nullable String id) {
        return id == null ? null : Long.valueOf(id);
    }
}
