package org.kanmai.app.live.moderation;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.kanmai.facts.Code;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was noticed of rooms. */
@Repository
class FlagStore {
    private static final int MOST_OF_ROOM = 20;

    private final JdbcClient jdbc;

    FlagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Flag flag) {
        jdbc.sql("""
                insert into live.flag (id, room, kind, value, at)
                values (:id, :room, :kind, :value, :at)
                """)
                .param("id", flag.id())
                .param("room", flag.room().value())
                .param("kind", flag.kind().code())
                .param("value", flag.value())
                .param("at", Timestamp.from(flag.at()))
                .update();
    }

    /** Returns the latest of each of these rooms, the newest first. */
    List<Flag> of(Collection<RoomId> rooms) {
        return jdbc.sql("""
                select flag.id, flag.room, flag.kind, flag.value, flag.at
                  from unnest(:rooms::bigint[]) as wanted (room)
                 cross join lateral (select *
                                       from live.flag
                                      where flag.room = wanted.room
                                      order by id desc
                                      limit :most) flag
                 order by flag.id desc
                """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .param("most", MOST_OF_ROOM)
                .query((row, number) -> new Flag(
                        row.getLong("id"),
                        new RoomId(row.getLong("room")),
                        Code.parse(Flag.Kind.class, row.getString("kind")),
                        row.getString("value"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
                .list();
    }
}
