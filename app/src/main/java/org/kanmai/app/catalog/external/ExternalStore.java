package org.kanmai.app.catalog.external;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where else products are sold, and how often people were led there. */
@Repository
class ExternalStore {
    private final JdbcClient jdbc;

    ExternalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes others who change a shop's product wait until this transaction ends; false when it is none of the shop's. */
    boolean lock(ShopId shop, ProductId product) {
        return jdbc.sql("""
                select id
                  from catalog.product
                 where id = :product
                   and shop = :shop
                   and state <> 'removed'
                   for no key update
                """)
                .param("product", product.value())
                .param("shop", shop.value())
                .query((row, number) -> row.getLong("id"))
                .optional()
                .isPresent();
    }

    boolean owns(ShopId shop, ProductId product) {
        return jdbc.sql("select exists (select from catalog.product where id = :product and shop = :shop)")
                .param("product", product.value())
                .param("shop", shop.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    List<ExternalOffer> of(ProductId product) {
        return jdbc.sql("""
                select platform, url, minor, currency
                  from catalog.external_offer
                 where product = :product
                 order by platform
                """)
                .param("product", product.value())
                .query((row, number) -> new ExternalOffer(
                        Code.parse(Platform.class, row.getString("platform")),
                        row.getString("url"),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }

    void clear(ProductId product) {
        jdbc.sql("delete from catalog.external_offer where product = :product")
                .param("product", product.value())
                .update();
    }

    void add(ProductId product, ExternalOffer offer, Instant at) {
        jdbc.sql("""
                insert into catalog.external_offer (product, platform, url, minor, currency, changed_at)
                     values (:product, :platform, :url, :minor, :currency, :at)
                """)
                .param("product", product.value())
                .param("platform", offer.platform().code())
                .param("url", offer.url())
                .param("minor", offer.price().minor())
                .param("currency", offer.price().currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Counts one more who was led out. */
    void count(ProductId product, Platform platform, LocalDate day) {
        jdbc.sql("""
                insert into catalog.external_visits (product, platform, day, visits)
                     values (:product, :platform, :day, 1)
                on conflict (product, platform, day) do update
                        set visits = external_visits.visits + 1
                """)
                .param("product", product.value())
                .param("platform", platform.code())
                .param("day", Date.valueOf(day))
                .update();
    }

    /** What a platform brought in some days: visits, and orders that are paid, or were paid and refunded. */
    record Sum(Platform platform, long visits) {}

    List<Sum> visits(ShopId shop, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select platform, sum(visits) as visits
                  from catalog.external_visits
                  join catalog.product on product.id = external_visits.product
                 where product.shop = :shop
                   and day >= :from
                   and day < :until
                 group by platform
                 order by platform
                """)
                .param("shop", shop.value())
                .param("from", Date.valueOf(from))
                .param("until", Date.valueOf(until))
                .query((row, number) ->
                        new Sum(Code.parse(Platform.class, row.getString("platform")), row.getLong("visits")))
                .list();
    }

    /** Returns the site's own key, sealed; keeps a new one where there is none yet. */
    byte[] key(byte[] otherwise) {
        jdbc.sql("insert into catalog.external_key (sealed) values (:sealed) on conflict (one) do nothing")
                .param("sealed", otherwise)
                .update();
        return jdbc.sql("select sealed from catalog.external_key")
                .query((row, number) -> row.getBytes("sealed"))
                .single();
    }

    Optional<byte[]> secret(ShopId shop) {
        return jdbc.sql("select sealed from catalog.external_secret where shop = :shop")
                .param("shop", shop.value())
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }

    void secret(ShopId shop, byte[] sealed, Instant at) {
        jdbc.sql("""
                insert into catalog.external_secret (shop, sealed, made_at)
                     values (:shop, :sealed, :at)
                on conflict (shop) do update
                        set sealed = excluded.sealed, made_at = excluded.made_at
                """)
                .param("shop", shop.value())
                .param("sealed", sealed)
                .param("at", Timestamp.from(at))
                .update();
    }
}
