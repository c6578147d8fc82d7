package org.kanmai.app.live.slices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was explained in a room and is over. */
@Repository
class MarkStore {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mark> of(RoomId room) {
        return jdbc.sql("""
                select id, product, from_at, until_at
                  from live.explained
                 where room = :room
                   and until_at is not null
                 order by id
                 limit :most
                """)
                .param("room", room.value())
                .param("most", MOST)
                .query(MarkStore::read)
                .list();
    }

    Optional<Mark> find(RoomId room, long id) {
        return jdbc.sql("""
                select id, product, from_at, until_at
                  from live.explained
                 where room = :room
                   and id = :id
                   and until_at is not null
                """)
                .param("room", room.value())
                .param("id", id)
                .query(MarkStore::read)
                .optional();
    }

    private static Mark read(ResultSet row, int number) throws SQLException {
        return new Mark(
                row.getLong("id"),
                new ProductId(row.getLong("product")),
                Objects.requireNonNull(row.getTimestamp("from_at")).toInstant(),
                Objects.requireNonNull(row.getTimestamp("until_at")).toInstant());
    }
}
