package org.kanmai.app.live.rooms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which recordings there are of a room. */
@Repository
class RecordingStore {
    private final JdbcClient jdbc;

    RecordingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recording by its number. */
    record Row(int number, Instant begunAt) {}

    /** Adds the next recording and returns its number. */
    int add(RoomId room, Instant at) {
        return jdbc.sql("""
                insert into live.recording (room, number, begun_at)
                select :room, coalesce(max(number), 0) + 1, :at
                  from live.recording
                 where room = :room
                returning number
                """)
                .param("room", room.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> row.getInt("number"))
                .single();
    }

    List<Row> of(RoomId room) {
        return jdbc.sql("""
                select number, begun_at
                  from live.recording
                 where room = :room
                 order by number
                """)
                .param("room", room.value())
                .query(RecordingStore::read)
                .list();
    }

    Optional<Row> at(RoomId room, Instant at) {
        return jdbc.sql("""
                select number, begun_at
                  from live.recording
                 where room = :room
                   and begun_at <= :at
                 order by number desc
                 limit 1
                """)
                .param("room", room.value())
                .param("at", Timestamp.from(at))
                .query(RecordingStore::read)
                .optional();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("number"),
                Objects.requireNonNull(row.getTimestamp("begun_at")).toInstant());
    }
}
