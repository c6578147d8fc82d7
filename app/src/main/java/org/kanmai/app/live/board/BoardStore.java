package org.kanmai.app.live.board;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.ranking.rooms.RoomBoard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Boards of rooms that are over, and what was explained in them when. */
@Repository
class BoardStore {
    private static final int MOST_MARKERS = 500;

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From when to when something was explained; until is absent while it is. */
    record Marker(ProductId product, Instant from, @Nullable Instant until) {}

    /** A room of the past. */
    record Kept(RoomId room, String title, RoomBoard board) {}

    /** Returns rooms that were over between two instants and whose board is not kept. */
    List<RoomId> over(Instant from, Instant until, int most) {
        return jdbc.sql("""
                select id
                  from live.room
                 where ended_at >= :from
                   and ended_at < :until
                   and begun_at is not null
                   and not exists (select 1
                                     from live.kept_board
                                    where room = id)
                 order by id
                 limit :most
                """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query((row, number) -> new RoomId(row.getLong("id")))
                .list();
    }

    void keep(RoomId room, RoomBoard board, Instant at) {
        jdbc.sql("""
                insert into live.kept_board (room, board, kept_at)
                values (:room, :board, :at)
                    on conflict do nothing
                """)
                .param("room", room.value())
                .param("board", board.bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<RoomBoard> kept(RoomId room) {
        return jdbc.sql("select board from live.kept_board where room = :room")
                .param("room", room.value())
                .query((row, number) -> RoomBoard.parse(row.getBytes("board")))
                .optional();
    }

    /** Returns what is kept of a host's rooms before another one, the newest first. */
    List<Kept> before(PersonId host, RoomId room, int most) {
        return jdbc.sql("""
                select id, title, board
                  from live.room
                  join live.kept_board on room = id
                 where host = :host
                   and id < :room
                 order by id desc
                 limit :most
                """)
                .param("host", host.value())
                .param("room", room.value())
                .param("most", most)
                .query((row, number) -> new Kept(
                        new RoomId(row.getLong("id")), row.getString("title"), RoomBoard.parse(row.getBytes("board"))))
                .list();
    }

    List<Marker> markers(RoomId room) {
        return jdbc.sql("""
                select product, from_at, until_at
                  from live.explained
                 where room = :room
                 order by id
                 limit :most
                """)
                .param("room", room.value())
                .param("most", MOST_MARKERS)
                .query((row, number) -> new Marker(
                        new ProductId(row.getLong("product")),
                        Objects.requireNonNull(row.getTimestamp("from_at")).toInstant(),
                        instant(row.getTimestamp("until_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
