package org.kanmai.app.live.replays;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rooms their hosts have published, and what happened in them. */
@Repository
class ReplayStore {
    private static final int MOST_CHAPTERS = 500;

    private final JdbcClient jdbc;

    ReplayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was explained from when on. */
    record Chapter(ProductId product, Instant from) {}

    /** Something that was said. */
    record Line(long id, PersonId person, String text, Instant at) {}

    /** Marks a room as published; false when it was. */
    boolean add(RoomId room, Instant at) {
        return jdbc.sql("""
                insert into live.replay (room, published_at)
                values (:room, :at)
                    on conflict do nothing
                """)
                        .param("room", room.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean remove(RoomId room) {
        return jdbc.sql("delete from live.replay where room = :room")
                        .param("room", room.value())
                        .update()
                == 1;
    }

    boolean has(RoomId room) {
        return jdbc.sql("""
                select exists (select 1
                                 from live.replay
                                where room = :room)
                """).param("room", room.value()).query(Boolean.class).single();
    }

    List<Chapter> chapters(RoomId room) {
        return jdbc.sql("""
                select product, from_at
                  from live.explained
                 where room = :room
                 order by id
                 limit :most
                """)
                .param("room", room.value())
                .param("most", MOST_CHAPTERS)
                .query((row, number) -> new Chapter(
                        new ProductId(row.getLong("product")),
                        Objects.requireNonNull(row.getTimestamp("from_at")).toInstant()))
                .list();
    }

    /** Returns what was said from an instant on and before another, the oldest first. */
    List<Line> said(RoomId room, Instant from, Instant until, int most) {
        return jdbc.sql("""
                select id, person, text, at
                  from live.said
                 where room = :room
                   and at >= :from
                   and at < :until
                 order by id
                 limit :most
                """)
                .param("room", room.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        new PersonId(row.getLong("person")),
                        row.getString("text"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
                .list();
    }
}
