package org.kanmai.app.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can be ordered, in one statement: an order asks once for all of its lines. */
@Repository
class OfferStore {
    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what is offered now to who buys in a room, or in none. */
    List<Offer> find(Collection<SkuId> skus, @Nullable RoomId room, Instant now) {
        return jdbc.sql("""
                select sku.id, sku.product, product.title, sku.options, coalesce(sale.minor, sku.minor) as minor, sku.currency,
                       product.shop, sale.id as sale, sale.room,
                       shop.name as shop_name, coalesce(stock.free, 0) as free, picture.version as picture
                  from catalog.sku
                  join catalog.product on product.id = sku.product
                  join catalog.shop on shop.id = product.shop
                  left join catalog.sale on sale.sku = sku.id and sale.state = 'planned'
                                        and sale.starts_at <= :now and sale.ends_at > :now
                                        and (sale.room is null or sale.room = :room)
                  left join lateral (select sum(free) as free
                                       from catalog.stock
                                      where stock.sku = sku.id
                                        and (stock.bucket > 0) = (sale.id is not null)) stock on true
                  left join lateral (select version
                                       from catalog.picture
                                      where picture.product = product.id
                                      order by place
                                      limit 1) picture on true
                 where sku.id = any(:skus)
                   and not sku.gone
                   and product.state = 'listed'
                   and (product.offered_from is null or product.offered_from <= :now)
                   and (product.offered_until is null or product.offered_until > :now)
                   and shop.state = 'open'
                """)
                .param("now", Timestamp.from(now))
                .param("room", room == null ? null : room.value(), Types.BIGINT)
                .param("skus", skus.stream().map(SkuId::value).toArray(Long[]::new))
                .query(OfferStore::offer)
                .list();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        var product = new ProductId(row.getLong("product"));
        return new Offer(
                new SkuId(row.getLong("id")),
                product,
                row.getString("title"),
                SkuStore.texts(row, "options"),
                picture(product, row),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getInt("free"),
                SkuStore.sale(row),
                new ShopId(row.getLong("shop")),
                row.getString("shop_name"),
                room(row));
    }

    private static @Nullable RoomId room(ResultSet row) throws SQLException {
        long room = row.getLong("room");
        return row.wasNull() ? null : new RoomId(room);
    }

    private static @Nullable String picture(ProductId product, ResultSet row) throws SQLException {
        long version = row.getLong("picture");
        return row.wasNull() ? null : PictureStore.address(product, version);
    }
}
