package org.kanmai.app.live.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.promises.Promise.Kind;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was promised in rooms. */
@Repository
class PromiseStore {
    private static final String SELECT = """
            select promise.id, promise.room, room.title, promise.product, promise.kind, promise.amount, promise.words,
                   promise.said_at, promise.withdrawn_at, room.ended_at
              from live.promise
              join live.room on room.id = promise.room
            """;

    private final JdbcClient jdbc;

    PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long id, RoomId room, ProductId product, Kind kind, int amount, @Nullable String words, Instant at) {
        jdbc.sql("""
                insert into live.promise (id, room, product, kind, amount, words, said_at)
                values (:id, :room, :product, :kind, :amount, :words, :at)
                """)
                .param("id", id)
                .param("room", room.value())
                .param("product", product.value())
                .param("kind", kind.code())
                .param("amount", amount)
                .param("words", words)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean withdraw(RoomId room, long id, Instant at) {
        return jdbc.sql("""
                update live.promise
                   set withdrawn_at = :at
                 where id = :id
                   and room = :room
                   and withdrawn_at is null
                """)
                        .param("id", id)
                        .param("room", room.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Returns what was ever promised in a room, the newest first. */
    List<Promise> of(RoomId room, int most) {
        return jdbc.sql(SELECT + " where promise.room = :room order by promise.id desc limit :most")
                .param("room", room.value())
                .param("most", most)
                .query(PromiseStore::read)
                .list();
    }

    /** Returns what holds for an order of some products that is placed at an instant. */
    List<Promise> holding(Collection<ProductId> products, Instant at, int most) {
        return jdbc.sql(SELECT + """
                 where promise.product = any(:products)
                   and promise.said_at <= :at
                   and (promise.withdrawn_at is null or promise.withdrawn_at > :at)
                   and (room.ended_at is null
                        or room.ended_at > :at
                        or (promise.kind = 'price-kept' and promise.said_at + make_interval(days => promise.amount) > :at))
                 order by promise.product, promise.id
                 limit :most
                """)
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .param("most", most)
                .query(PromiseStore::read)
                .list();
    }

    private static Promise read(ResultSet row, int number) throws SQLException {
        var kind = Code.parse(Kind.class, row.getString("kind"));
        var said = Objects.requireNonNull(row.getTimestamp("said_at")).toInstant();
        int amount = row.getInt("amount");
        return new Promise(
                Long.toString(row.getLong("id")),
                new RoomId(row.getLong("room")),
                row.getString("title"),
                new ProductId(row.getLong("product")),
                kind,
                amount,
                row.getString("words"),
                said,
                until(kind, said.plus(Duration.ofDays(amount)), row));
    }

    private static @Nullable Instant until(Kind kind, Instant kept, ResultSet row) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        if (withdrawn != null) {
            return withdrawn.toInstant();
        }
        var ended = row.getTimestamp("ended_at");
        if (kind == Kind.PRICE_KEPT) {
            return kept;
        }
        return ended == null ? null : ended.toInstant();
    }
}
