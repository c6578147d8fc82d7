package org.kanmai.app.catalog.stock;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Id;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many units of each variant are free, bucket by bucket; who waits for rows locks them in the order of sku and bucket. */
@Repository
class StockStore {
    private static final String WANTED = """
            unnest(:skus::bigint[], :units::integer[], :minors::bigint[], :currencies::text[], :sales::bigint[])
                as wanted (sku, units, minor, currency, sale)""";

    /** What is wanted is sold now, at this price: by the sale that it names, or by none. */
    private static final String OFFERED = """
            exists (select 1
                      from catalog.sku
                      join catalog.product on product.id = sku.product and product.state = 'listed'
                      join catalog.shop on shop.id = product.shop and shop.state = 'open'
                      left join catalog.sale on sale.sku = sku.id and sale.state = 'planned'
                                            and sale.starts_at <= :now and sale.ends_at > :now
                                            and (sale.room is null or sale.id = wanted.sale)
                     where sku.id = wanted.sku
                       and not sku.gone
                       and (product.offered_from is null or product.offered_from <= :now)
                       and (product.offered_until is null or product.offered_until > :now)
                       and sale.id is not distinct from wanted.sale
                       and coalesce(sale.minor, sku.minor) = wanted.minor
                       and sku.currency = wanted.currency)""";

    private final JdbcClient jdbc;

    StockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes from the shelf of each variant that has enough and is offered at its price; returns which had. */
    Set<SkuId> take(List<Stock.Wanted> wanted, Instant now) {
        return of(wanted, now, """
                with locked as (
                         select sku
                           from catalog.stock
                          where sku = any(:skus)
                            and bucket = 0
                          order by sku
                            for update)
                update catalog.stock
                   set free = stock.free - wanted.units
                  from locked
                  join %s using (sku)
                 where stock.sku = locked.sku
                   and stock.bucket = 0
                   and stock.free >= wanted.units
                   and %s
                returning stock.sku
                """.formatted(WANTED, OFFERED), 0);
    }

    /** Waits for all rows of what is wanted; the next statement sees them as they are until this transaction ends. */
    void lock(List<Stock.Wanted> wanted) {
        jdbc.sql("""
                select stock.sku
                  from catalog.stock
                  join unnest(:skus::bigint[], :sales::bigint[]) as wanted (sku, sale)
                       on wanted.sku = stock.sku and (wanted.sale is not null) = (stock.bucket > 0)
                 order by stock.sku, stock.bucket
                   for update of stock
                """)
                .param("skus", wanted.stream().map(each -> each.sku().value()).toArray(Long[]::new))
                .param("sales", wanted.stream().map(each -> value(each.sale())).toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
    }

    /** Takes over all buckets of each variant that has enough and is offered at its price, once they are locked; returns which had. */
    Set<SkuId> takeLocked(List<Stock.Wanted> wanted, Instant now) {
        return of(wanted, now, """
                with wanted as (select * from %s),
                     counted as (
                         select stock.sku, stock.bucket, stock.free, wanted.units,
                                sum(stock.free) over (partition by stock.sku order by stock.bucket) - stock.free as before,
                                sum(stock.free) over (partition by stock.sku) as total
                           from catalog.stock
                           join wanted on wanted.sku = stock.sku and (wanted.sale is not null) = (stock.bucket > 0)
                          where %s)
                update catalog.stock
                   set free = stock.free - least(counted.free, counted.units - counted.before)
                  from counted
                 where stock.sku = counted.sku
                   and stock.bucket = counted.bucket
                   and counted.total >= counted.units
                   and counted.before < counted.units
                returning stock.sku
                """.formatted(WANTED, OFFERED), 0);
    }

    /** Takes from one bucket of each variant that nobody else is at; waits for none, and returns which had one. */
    Set<SkuId> takeAside(List<Stock.Wanted> wanted, int start, Instant now) {
        return of(wanted, now, """
                with wanted as (select * from %s),
                     chosen as (
                         select wanted.sku, free_one.bucket
                           from wanted
                          cross join lateral (select stock.bucket
                                                from catalog.stock
                                               where stock.sku = wanted.sku
                                                 and stock.bucket > 0
                                                 and stock.free >= wanted.units
                                               order by (stock.bucket + cast(:start as integer)) %% 64
                                               limit 1
                                                 for update skip locked) free_one)
                update catalog.stock
                   set free = stock.free - wanted.units
                  from chosen
                  join wanted using (sku)
                 where stock.sku = chosen.sku
                   and stock.bucket = chosen.bucket
                   and stock.free >= wanted.units
                   and %s
                returning stock.sku
                """.formatted(WANTED, OFFERED), start);
    }

    /** Returns which of some variants are offered at their price now. */
    Set<SkuId> offered(List<Stock.Wanted> wanted, Instant now) {
        return of(wanted, now, """
                select sku
                  from %s
                 where %s
                """.formatted(WANTED, OFFERED), 0);
    }

    private Set<SkuId> of(List<Stock.Wanted> wanted, Instant now, String sql, int start) {
        return new HashSet<>(jdbc.sql(sql)
                .param("start", start)
                .param("now", Timestamp.from(now))
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
                .param("sales", wanted.stream().map(each -> value(each.sale())).toArray(Long[]::new))
                .query((row, number) -> new SkuId(row.getLong("sku")))
                .list());
    }

    private static @Nullable Long value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** Puts units back: those of a sale that is not over into one of its buckets, others onto the shelf; returns which found a place. */
    Set<SkuId> giveBack(List<Stock.Given> given, int start) {
        return new HashSet<>(jdbc.sql("""
                with given as (
                         select sku, units, coalesce(1 + cast(:start as integer) % (select buckets
                                                                  from catalog.sale
                                                                 where sale.id = given.sale
                                                                   and sale.state = 'planned'), 0) as bucket
                           from unnest(:skus::bigint[], :units::integer[], :sales::bigint[]) as given (sku, units, sale)),
                     locked as (
                         select stock.sku, stock.bucket, given.units
                           from catalog.stock
                           join given on given.sku = stock.sku and given.bucket = stock.bucket
                          order by stock.sku, stock.bucket
                            for update of stock)
                update catalog.stock
                   set free = stock.free + locked.units
                  from locked
                 where stock.sku = locked.sku
                   and stock.bucket = locked.bucket
                returning stock.sku
                """)
                .param("start", start)
                .param("skus", given.stream().map(each -> each.sku().value()).toArray(Long[]::new))
                .param("units", given.stream().map(Stock.Given::units).toArray(Integer[]::new))
                .param("sales", given.stream().map(each -> value(each.sale())).toArray(Long[]::new))
                .query((row, number) -> new SkuId(row.getLong("sku")))
                .list());
    }

    /** Returns how many units of variants can be ordered now: those of the sale that runs, of a room's only where it is wanted, else those on the shelf. */
    Map<SkuId, Integer> free(List<Stock.Wanted> wanted, Instant now) {
        return jdbc
                .sql("""
                select stock.sku, sum(stock.free) as free
                  from catalog.stock
                  left join catalog.sale on sale.sku = stock.sku and sale.state = 'planned'
                                        and sale.starts_at <= :now and sale.ends_at > :now
                                        and (sale.room is null or sale.id = any(:sales))
                 where stock.sku = any(:skus)
                   and (stock.bucket > 0) = (sale.id is not null)
                 group by stock.sku
                """)
                .param("now", Timestamp.from(now))
                .param("skus", wanted.stream().map(each -> each.sku().value()).toArray(Long[]::new))
                .param("sales", wanted.stream().map(each -> value(each.sale())).toArray(Long[]::new))
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
                  join catalog.stock on stock.sku = sku.id and stock.bucket = 0
                 where not sku.gone
                   and (cast(:shop as bigint) is null or shop.id = :shop)
                """)
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .query(Stock.Standing.class)
                .single();
    }

    /** Says how many units lie on the shelf from now on. */
    void put(SkuId sku, int free) {
        jdbc.sql("""
                insert into catalog.stock (sku, bucket, free)
                     values (:sku, 0, :free)
                on conflict (sku, bucket) do update
                        set free = excluded.free
                """).param("sku", sku.value()).param("free", free).update();
    }

    /** Adds units to those on the shelf, or takes some away when negative; false when that would leave fewer than none, or too many. */
    boolean add(SkuId sku, int units, int largest) {
        return jdbc.sql("""
                update catalog.stock
                   set free = free + :units
                 where sku = :sku
                   and bucket = 0
                   and free + :units between 0 and :largest
                """)
                        .param("sku", sku.value())
                        .param("units", units)
                        .param("largest", largest)
                        .update()
                == 1;
    }
}
