package org.kanmai.app.live.talk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in rooms, and who may say nothing more in one. */
@Repository
class SaidStore {
    private final JdbcClient jdbc;

    SaidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps many in one statement. */
    void add(List<Said> said) {
        jdbc.sql("""
                insert into live.said (id, room, person, text, at)
                select *
                  from unnest(:ids::bigint[], :rooms::bigint[], :people::bigint[], :texts::text[], :times::timestamptz[])
                """)
                .param("ids", said.stream().map(Said::id).toArray(Long[]::new))
                .param("rooms", said.stream().map(each -> each.room().value()).toArray(Long[]::new))
                .param(
                        "people",
                        said.stream().map(each -> each.person().value()).toArray(Long[]::new))
                .param("texts", said.stream().map(Said::text).toArray(String[]::new))
                .param("times", said.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .update();
    }

    /** Returns the latest of a room, the oldest of them first. */
    List<Said> latest(RoomId room, int most) {
        return jdbc.sql("""
                select *
                  from live.said
                 where room = :room
                 order by id desc
                 limit :most
                """)
                .param("room", room.value())
                .param("most", most)
                .query((row, number) -> new Said(
                        row.getLong("id"),
                        room,
                        new PersonId(row.getLong("person")),
                        row.getString("text"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
                .list()
                .reversed();
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

    /** Whether a room is over, and whether somebody may say nothing more in it. */
    record Floor(boolean over, boolean muted) {}

    /** Returns both in one statement; empty when there is no such room. */
    Optional<Floor> floor(RoomId room, PersonId person) {
        return jdbc.sql("""
                select ended_at is not null as over,
                       exists (select 1
                                 from live.muted
                                where room = :room
                                  and person = :person) as muted
                  from live.room
                 where id = :room
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> new Floor(row.getBoolean("over"), row.getBoolean("muted")))
                .optional();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                with unmuted as (
                         delete from live.muted
                          where person = :person)
                delete from live.said
                 where person = :person
                """).param("person", person.value()).update();
    }
}
