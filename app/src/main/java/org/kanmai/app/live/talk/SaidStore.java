package org.kanmai.app.live.talk;

import java.util.List;
import java.util.Objects;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in rooms. */
@Repository
class SaidStore {
    private final JdbcClient jdbc;

    SaidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps many in one statement. */
    void add(List<Said> said) {
        jdbc.sql("""
                insert into live.said (id, room, person, text, at, reply_to)
                select *
                  from unnest(:ids::bigint[], :rooms::bigint[], :people::bigint[], :texts::text[], :times::timestamptz[],
                              :replies::bigint[])
                """)
                .param("ids", said.stream().map(Said::id).toArray(Long[]::new))
                .param("rooms", said.stream().map(each -> each.room().value()).toArray(Long[]::new))
                .param(
                        "people",
                        said.stream().map(each -> each.person().value()).toArray(Long[]::new))
                .param("texts", said.stream().map(Said::text).toArray(String[]::new))
                .param("replies", said.stream().map(Said::replyTo).toArray(Long[]::new))
                .param("times", said.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .update();
    }

    /** Returns the latest of a room, the oldest of them first. */
    List<Said> latest(RoomId room, int most) {
        return before(room, Long.MAX_VALUE, most).reversed();
    }

    /** Returns what was said in a room before something, the newest first. */
    List<Said> before(RoomId room, long id, int most) {
        return jdbc.sql("""
                select *
                  from live.said
                 where room = :room
                   and id < :id
                 order by id desc
                 limit :most
                """)
                .param("room", room.value())
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Said(
                        row.getLong("id"),
                        room,
                        new PersonId(row.getLong("person")),
                        row.getString("text"),
                        row.getObject("reply_to", Long.class),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from live.said where person = :person")
                .param("person", person.value())
                .update();
    }
}
