package org.kanmai.app.live.talk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How rooms are talked in, read whole in one statement. */
@Repository
class MannerStore {
    private static final int MOST_MUTED = 5_000;

    private final JdbcClient jdbc;

    MannerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Manner> find(RoomId room) {
        return jdbc.sql("""
                select room.host, room.state in ('ended', 'cut') as over, coalesce(manner.slow_seconds, 0) as slow_seconds,
                       coalesce(manner.words, '{}') as words, manner.pinned, manner.pinned_by,
                       array(select person
                               from live.moderator
                              where moderator.host = room.host
                                and revoked_at is null) as moderators,
                       array(select person
                               from live.muted
                              where muted.room = room.id
                              order by at desc
                              limit :most) as muted
                  from live.room
                  left join live.manner on manner.room = room.id
                 where room.id = :room
                """)
                .param("room", room.value())
                .param("most", MOST_MUTED)
                .query(MannerStore::read)
                .optional();
    }

    void put(RoomId room, int slowSeconds, List<String> words) {
        jdbc.sql("""
                insert into live.manner (room, slow_seconds, words)
                values (:room, :slow, :words)
                    on conflict (room) do update
                   set slow_seconds = excluded.slow_seconds, words = excluded.words
                """)
                .param("room", room.value())
                .param("slow", slowSeconds)
                .param("words", words.toArray(String[]::new))
                .update();
    }

    void pin(RoomId room, String text, PersonId by) {
        jdbc.sql("""
                insert into live.manner (room, pinned, pinned_by)
                values (:room, :text, :by)
                    on conflict (room) do update
                   set pinned = excluded.pinned, pinned_by = excluded.pinned_by
                """)
                .param("room", room.value())
                .param("text", text)
                .param("by", by.value())
                .update();
    }

    void unpin(RoomId room) {
        jdbc.sql("update live.manner set pinned = null, pinned_by = null where room = :room")
                .param("room", room.value())
                .update();
    }

    void mute(RoomId room, PersonId person, Instant at) {
        jdbc.sql("""
                insert into live.muted (room, person, at)
                values (:room, :person, :at)
                    on conflict do nothing
                """)
                .param("room", room.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void unmute(RoomId room, PersonId person) {
        jdbc.sql("""
                delete from live.muted
                 where room = :room
                   and person = :person
                """)
                .param("room", room.value())
                .param("person", person.value())
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                with unmuted as (
                         delete from live.muted
                          where person = :person)
                update live.manner
                   set pinned = null, pinned_by = null
                 where pinned_by = :person
                """).param("person", person.value()).update();
    }

    private static Manner read(ResultSet row, int number) throws SQLException {
        return new Manner(
                new PersonId(row.getLong("host")),
                row.getBoolean("over"),
                row.getInt("slow_seconds"),
                List.of((String[]) row.getArray("words").getArray()),
                pin(row),
                people(row.getArray("moderators")),
                people(row.getArray("muted")));
    }

    private static Manner.@Nullable Pin pin(ResultSet row) throws SQLException {
        var text = row.getString("pinned");
        return text == null ? null : new Manner.Pin(text, new PersonId(row.getLong("pinned_by")));
    }

    private static Set<PersonId> people(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).map(PersonId::new).collect(Collectors.toSet());
    }
}
