package org.kanmai.app.live.asking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked in rooms, and how many want to know it. */
@Repository
class QuestionStore {
    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A question as it stands. */
    record Row(long id, RoomId room, PersonId person, String text, int votes, Instant at, boolean answered) {}

    /** Returns how many questions of a person in a room nobody has answered. */
    int open(RoomId room, PersonId person) {
        return jdbc.sql("""
                select count(*)
                  from live.question
                 where room = :room
                   and person = :person
                   and answered_at is null
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void add(Row question) {
        jdbc.sql("""
                insert into live.question (id, room, person, text, at)
                values (:id, :room, :person, :text, :at)
                """)
                .param("id", question.id())
                .param("room", question.room().value())
                .param("person", question.person().value())
                .param("text", question.text())
                .param("at", Timestamp.from(question.at()))
                .update();
    }

    /** Returns of each of some rooms what is asked most: first what nobody has answered. */
    List<Row> most(Collection<RoomId> rooms, int each) {
        return jdbc.sql("""
                select id, room, person, text, votes, at, answered_at is not null as answered
                  from (select question.*,
                               row_number() over (partition by room order by answered_at is not null, votes desc, id) as place
                          from live.question
                         where room = any(:rooms)
                           and hidden_at is null) placed
                 where place <= :each
                 order by room, place
                """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .param("each", each)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new RoomId(row.getLong("room")),
                        new PersonId(row.getLong("person")),
                        row.getString("text"),
                        row.getInt("votes"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                        row.getBoolean("answered")))
                .list();
    }

    /** Counts that somebody wants to know it too, once; the own vote is written before the question's row is locked. */
    void vote(RoomId room, long question, PersonId person) {
        jdbc.sql("""
                with voted as (
                         insert into live.upvote (question, person)
                         select id, :person
                           from live.question
                          where id = :question
                            and room = :room
                            and hidden_at is null
                             on conflict do nothing
                         returning question)
                update live.question
                   set votes = votes + 1
                  from voted
                 where id = voted.question
                """)
                .param("question", question)
                .param("room", room.value())
                .param("person", person.value())
                .update();
    }

    boolean answer(RoomId room, long question, Instant at) {
        return jdbc.sql("""
                update live.question
                   set answered_at = coalesce(answered_at, :at)
                 where id = :question
                   and room = :room
                """)
                        .param("question", question)
                        .param("room", room.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean hide(RoomId room, long question, Instant at) {
        return jdbc.sql("""
                update live.question
                   set hidden_at = coalesce(hidden_at, :at)
                 where id = :question
                   and room = :room
                """)
                        .param("question", question)
                        .param("room", room.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes a person's votes and questions away, with the votes that others gave these; rows are locked in the order of their ids. */
    void erase(PersonId person) {
        jdbc.sql("""
                with locked as (
                         select question.id
                           from live.question
                          where id in (select question from live.upvote where person = :person)
                          order by id
                            for update),
                     gone as (
                         delete from live.upvote
                          where person = :person
                         returning question)
                update live.question
                   set votes = votes - 1
                  from gone, locked
                 where question.id = gone.question
                   and locked.id = gone.question
                """).param("person", person.value()).update();
        jdbc.sql("""
                delete from live.upvote
                 where question in (select id from live.question where person = :person)
                """).param("person", person.value()).update();
        jdbc.sql("delete from live.question where person = :person")
                .param("person", person.value())
                .update();
    }
}
