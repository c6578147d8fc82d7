package org.kanmai.app.catalog;

import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many units of each variant are free; rows are always locked in the order of their ids. */
@Repository
class StockStore {
    private static final String OFFERED = """
            exists (select 1
                      from catalog.sku
                      join catalog.product on product.id = sku.product and product.state = 'listed'
                      join catalog.shop on shop.id = product.shop and shop.state = 'open'
                     where sku.id = wanted.sku
                       and not sku.gone
                       and sku.minor = wanted.minor
                       and sku.currency = wanted.currency)""";

    private final JdbcClient jdbc;

    StockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes from each variant that has enough and is offered at its price; returns which had. */
    Set<SkuId> take(List<Stock.Wanted> wanted) {
        return of(wanted, """
                with locked as (
                         select sku
                           from catalog.stock
                          where sku = any(:skus)
                          order by sku
                            for update)
                update catalog.stock
                   set free = stock.free - wanted.units
                  from locked
                  join unnest(:skus::bigint[], :units::integer[], :minors::bigint[], :currencies::text[])
                       as wanted (sku, units, minor, currency) using (sku)
                 where stock.sku = locked.sku
                   and stock.free >= wanted.units
                   and %s
                returning stock.sku
                """.formatted(OFFERED));
    }

    /** Returns which of some variants are offered at their price now. */
    Set<SkuId> offered(List<Stock.Wanted> wanted) {
        return of(wanted, """
                select sku
                  from unnest(:skus::bigint[], :units::integer[], :minors::bigint[], :currencies::text[])
                       as wanted (sku, units, minor, currency)
                 where %s
                """.formatted(OFFERED));
    }

    private Set<SkuId> of(List<Stock.Wanted> wanted, String sql) {
        return new HashSet<>(jdbc.sql(sql)
                .param("skus", wanted.stream().map(each -> each.sku().value()).toArray(Long[]::new))
                .param("units", wanted.stream().map(Stock.Wanted::units).toArray(Integer[]::new))
                .param(
                        "minors",
                        wanted.stream().map(each -> each.price().minor()).toArray(Long[]::new))
                .param(
                        "currencies",
                        wanted.stream()
                                .map(each -> each.price().currency().getCurrencyCode())
                                .toArray(String[]::new))
                .query((row, number) -> new SkuId(row.getLong("sku")))
                .list());
    }

    void giveBack(Map<SkuId, Integer> units) {
        if (units.isEmpty()) {
            return;
        }
        var skus = units.keySet().stream().toList();
        jdbc.sql("""
                with locked as (
                         select sku
                           from catalog.stock
                          where sku = any(:skus)
                          order by sku
                            for update)
                update catalog.stock
                   set free = stock.free + given.units
                  from locked
                  join unnest(:skus::bigint[], :units::integer[]) as given (sku, units) using (sku)
                 where stock.sku = locked.sku
                """)
                .param("skus", skus.stream().map(SkuId::value).toArray(Long[]::new))
                .param("units", skus.stream().map(units::get).toArray(Integer[]::new))
                .update();
    }

    Map<SkuId, Integer> free(Collection<SkuId> skus) {
        return jdbc
                .sql("""
                select sku, free
                  from catalog.stock
                 where sku = any(:skus)
                """)
                .param("skus", skus.stream().map(SkuId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new SkuId(row.getLong("sku")), row.getInt("free")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Stock.Standing standing(@Nullable ShopId shop) {
        return jdbc.sql("""
                select count(*) as variants, count(*) filter (where stock.free = 0) as sold_out
                  from catalog.sku
                  join catalog.product on product.id = sku.product and product.state = 'listed'
                  join catalog.shop on shop.id = product.shop and shop.state = 'open'
                  join catalog.stock on stock.sku = sku.id
                 where not sku.gone
                   and (cast(:shop as bigint) is null or shop.id = :shop)
                """)
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .query(Stock.Standing.class)
                .single();
    }

    /** Says how many units are free from now on. */
    void put(SkuId sku, int free) {
        jdbc.sql("""
                insert into catalog.stock (sku, free)
                     values (:sku, :free)
                on conflict (sku) do update
                        set free = excluded.free
                """).param("sku", sku.value()).param("free", free).update();
    }

    /** Adds units to those that are free, or takes some away when negative; false when fewer are free than are taken away. */
    boolean add(SkuId sku, int units) {
        return jdbc.sql("""
                update catalog.stock
                   set free = free + :units
                 where sku = :sku
                   and free + :units >= 0
                """).param("sku", sku.value()).param("units", units).update() == 1;
    }
}
