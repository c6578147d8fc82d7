package org.kanmai.app.live.shelf;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The goods of rooms in their order, and what was explained when. */
@Repository
class ShelfStore {
    private final JdbcClient jdbc;

    ShelfStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is being explained, and since when. */
    record Explained(ProductId product, Instant since) {}

    /** Returns what is on the shelf; nothing is where an operator muted the goods. */
    List<ProductId> products(RoomId room) {
        return jdbc.sql("""
                select product
                  from live.shelf
                 where room = :room
                   and not exists (select 1
                                     from live.room
                                    where id = :room
                                      and goods_muted_at is not null)
                 order by place, product
                """)
                .param("room", room.value())
                .query((row, number) -> new ProductId(row.getLong("product")))
                .list();
    }

    /** Returns whether an operator muted the goods. */
    boolean muted(RoomId room) {
        return jdbc.sql("""
                select exists (select 1
                                 from live.room
                                where id = :room
                                  and goods_muted_at is not null)
                """).param("room", room.value()).query(Boolean.class).single();
    }

    /** Puts exactly these on the shelf, in this order. */
    void put(RoomId room, List<ProductId> products) {
        jdbc.sql("""
                with kept as (
                         select product, (place - 1)::smallint as place
                           from unnest(:products::bigint[]) with ordinality as wanted (product, place)),
                     gone as (
                         delete from live.shelf
                          where room = :room
                            and product <> all(:products::bigint[]))
                insert into live.shelf (room, product, place)
                select :room, product, place
                  from kept
                    on conflict (room, product) do update
                   set place = excluded.place
                """)
                .param("room", room.value())
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .update();
    }

    Optional<Explained> explained(RoomId room) {
        return jdbc.sql("""
                select product, from_at
                  from live.explained
                 where room = :room
                   and until_at is null
                   and not exists (select 1
                                     from live.room
                                    where id = :room
                                      and goods_muted_at is not null)
                """)
                .param("room", room.value())
                .query((row, number) -> new Explained(
                        new ProductId(row.getLong("product")),
                        Objects.requireNonNull(row.getTimestamp("from_at")).toInstant()))
                .optional();
    }

    /** Ends what is being explained. */
    void stop(RoomId room, Instant at) {
        jdbc.sql("""
                update live.explained
                   set until_at = greatest(:at, from_at)
                 where room = :room
                   and until_at is null
                """)
                .param("room", room.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Begins to explain; throws {@link org.springframework.dao.DuplicateKeyException} when something else is being explained. */
    void explain(long id, RoomId room, ProductId product, Instant at) {
        jdbc.sql("""
                insert into live.explained (id, room, product, from_at)
                values (:id, :room, :product, :at)
                """)
                .param("id", id)
                .param("room", room.value())
                .param("product", product.value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
