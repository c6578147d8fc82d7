package org.kanmai.app.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.freight.Deliveries;
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
    private final Deliveries deliveries;

    OfferStore(JdbcClient jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /** Returns what is offered now to who buys in a room, or in none. */
    List<Offer> find(Collection<SkuId> skus, @Nullable RoomId room, Instant now) {
        return jdbc.sql("""
                select sku.id, sku.product, product.title, sku.options, coalesce(sale.minor, sku.minor) as minor, sku.currency,
                       product.shop, sale.id as sale, sale.room,
                       shop.name as shop_name, coalesce(stock.free, 0) as free, picture.version as picture,
                       product.grams, freight.said as freight, warehouses.said as warehouses
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
                  left join lateral (select json_build_object('id', id::text, 'name', name, 'basis', basis,
                                                              'currency', currency, 'rates', rates)::text as said
                                       from catalog.freight
                                      where freight.id = coalesce(product.freight, shop.freight)
                                        and freight.currency = sku.currency) freight on true
                  left join lateral (select json_agg(json_build_object('id', id::text, 'name', name, 'regions', regions)
                                                     order by place)::text as said
                                       from catalog.warehouse
                                      where warehouse.shop = shop.id
                                        and not gone) warehouses on true
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
                .query(this::offer)
                .list();
    }

    private Offer offer(ResultSet row, int number) throws SQLException {
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
                deliveries.of(row.getString("freight"), row.getInt("grams"), row.getString("warehouses")),
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
