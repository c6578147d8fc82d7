package org.kanmai.app.catalog.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Flash sales and the buckets in which their units lie. */
@Repository
class SaleStore {
    private static final String SELECT = """
            select sale.id, sale.shop, sku.product, sale.sku, sale.minor, sku.minor as was, sku.currency, sale.units,
                   case when sale.state = 'planned'
                        then (select coalesce(sum(free), 0) from catalog.stock where stock.sku = sale.sku and bucket > 0)
                        else 0 end as free,
                   sale.most, sale.starts_at, sale.ends_at, sale.state, sale.room
              from catalog.sale
              join catalog.sku on sku.id = sale.sku
            """;

    private final JdbcClient jdbc;

    SaleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a sale down; throws {@link org.springframework.dao.DuplicateKeyException} when the variant has one that is not over. */
    void add(Sale sale, int buckets, Instant at) {
        jdbc.sql("""
                insert into catalog.sale (id, sku, shop, minor, units, most, buckets, starts_at, ends_at, state, made_at, room)
                     values (:id, :sku, :shop, :minor, :units, :most, :buckets, :starts, :ends, 'planned', :at, :room)
                """)
                .param("id", sale.id().value())
                .param("sku", sale.sku().value())
                .param("shop", sale.shop().value())
                .param("minor", sale.price().minor())
                .param("units", sale.units())
                .param("most", sale.most())
                .param("buckets", buckets)
                .param("starts", Timestamp.from(sale.startsAt()))
                .param("ends", Timestamp.from(sale.endsAt()))
                .param("at", Timestamp.from(at))
                .param("room", sale.room() == null ? null : sale.room().value(), Types.BIGINT)
                .update();
    }

    /** Takes units off the shelf; false when fewer lie there. */
    boolean takeOffShelf(SkuId sku, int units) {
        return jdbc.sql("""
                update catalog.stock
                   set free = free - :units
                 where sku = :sku
                   and bucket = 0
                   and free >= :units
                """).param("sku", sku.value()).param("units", units).update() == 1;
    }

    /** Lays units into buckets, as evenly as they go. */
    void fill(SkuId sku, int units, int buckets) {
        jdbc.sql("""
                insert into catalog.stock (sku, bucket, free)
                select :sku, bucket, :units / :buckets + case when bucket <= :units % :buckets then 1 else 0 end
                  from generate_series(1, :buckets) as bucket
                """)
                .param("sku", sku.value())
                .param("units", units)
                .param("buckets", buckets)
                .update();
    }

    /** Ends a planned sale; false when it has ended already. */
    boolean end(SaleId id, Sale.State state, Instant at) {
        return jdbc.sql("""
                update catalog.sale
                   set state = :state, ended_at = :at
                 where id = :id
                   and state = 'planned'
                """)
                        .param("id", id.value())
                        .param("state", state.code())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Empties the buckets of a variant and returns how many units lay there. */
    int empty(SkuId sku) {
        return jdbc
                .sql("delete from catalog.stock where sku = :sku and bucket > 0 returning free")
                .param("sku", sku.value())
                .query((row, number) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Lays units onto the shelf. */
    void layOnShelf(SkuId sku, int units) {
        jdbc.sql("update catalog.stock set free = free + :units where sku = :sku and bucket = 0")
                .param("sku", sku.value())
                .param("units", units)
                .update();
    }

    Optional<Sale> find(SaleId id) {
        return jdbc.sql(SELECT + " where sale.id = :id")
                .param("id", id.value())
                .query(SaleStore::sale)
                .optional();
    }

    List<Sale> find(Collection<SaleId> some) {
        return jdbc.sql(SELECT + " where sale.id = any(:ids)")
                .param("ids", some.stream().map(SaleId::value).toArray(Long[]::new))
                .query(SaleStore::sale)
                .list();
    }

    /** Returns a product's sales that have not ended and whose price holds everywhere, the next first. */
    List<Sale> planned(ProductId product) {
        return jdbc.sql(
                        SELECT
                                + " where sku.product = :product and sale.state = 'planned' and sale.room is null order by sale.starts_at, sale.id")
                .param("product", product.value())
                .query(SaleStore::sale)
                .list();
    }

    /** Returns the sales of rooms that have not ended. */
    List<Sale> inRooms(int limit) {
        return jdbc.sql(SELECT
                        + " where sale.state = 'planned' and sale.room is not null order by sale.id limit :limit")
                .param("limit", limit)
                .query(SaleStore::sale)
                .list();
    }

    /** Returns all that a room ever sold at prices of its own, the newest first. */
    List<Sale> of(RoomId room, int limit) {
        return jdbc.sql(SELECT + " where sale.room = :room order by sale.id desc limit :limit")
                .param("room", room.value())
                .param("limit", limit)
                .query(SaleStore::sale)
                .list();
    }

    List<Sale> of(ShopId shop, Paging paging) {
        return jdbc.sql(SELECT + " where sale.shop = :shop and sale.id < :before order by sale.id desc limit :rows")
                .param("shop", shop.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(SaleStore::sale)
                .list();
    }

    /** Returns sales whose time is up and that have not been ended. */
    List<Sale> due(Instant now, int limit) {
        return jdbc.sql(SELECT
                        + " where sale.state = 'planned' and sale.ends_at <= :now order by sale.ends_at limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(SaleStore::sale)
                .list();
    }

    /** Returns how many units of a sale can be ordered. */
    int left(SaleId id) {
        return jdbc.sql("""
                select coalesce(sum(stock.free), 0)
                  from catalog.sale
                  join catalog.stock on stock.sku = sale.sku and stock.bucket > 0
                 where sale.id = :id
                   and sale.state = 'planned'
                """)
                .param("id", id.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Returns all who ever had units of a sale. */
    List<PersonId> buyers(SaleId id) {
        return jdbc.sql("select buyer from catalog.claim where sale = :id")
                .param("id", id.value())
                .query((row, number) -> new PersonId(row.getLong(1)))
                .list();
    }

    private static @Nullable RoomId room(ResultSet row) throws SQLException {
        long room = row.getLong("room");
        return row.wasNull() ? null : new RoomId(room);
    }

    private static Sale sale(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Sale(
                new SaleId(row.getLong("id")),
                new ShopId(row.getLong("shop")),
                new ProductId(row.getLong("product")),
                new SkuId(row.getLong("sku")),
                Money.of(row.getLong("minor"), currency),
                Money.of(row.getLong("was"), currency),
                row.getInt("units"),
                row.getInt("free"),
                row.getInt("most"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                Code.parse(Sale.State.class, row.getString("state")),
                room(row));
    }
}
