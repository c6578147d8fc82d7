package org.kanmai.app.live.asking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Polls and their votes. */
@Repository
class PollStore {
    private final JdbcClient jdbc;

    PollStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was asked, from when to when. */
    record Row(long id, RoomId room, String question, List<String> options, Instant begunAt, Instant endsAt) {
        Row {
            options = List.copyOf(options);
        }
    }

    void add(Row poll) {
        jdbc.sql("""
                insert into live.poll (id, room, question, options, begun_at, ends_at)
                values (:id, :room, :question, :options, :begun, :ends)
                """)
                .param("id", poll.id())
                .param("room", poll.room().value())
                .param("question", poll.question())
                .param("options", poll.options().toArray(String[]::new))
                .param("begun", Timestamp.from(poll.begunAt()))
                .param("ends", Timestamp.from(poll.endsAt()))
                .update();
    }

    /** Returns the polls of some rooms that end after an instant, the newest first. */
    List<Row> endingAfter(Collection<RoomId> rooms, Instant at, int most) {
        return jdbc.sql("""
                select id, room, question, options, begun_at, ends_at
                  from live.poll
                 where room = any(:rooms)
                   and ends_at > :at
                 order by id desc
                 limit :most
                """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new RoomId(row.getLong("room")),
                        row.getString("question"),
                        List.of((String[]) row.getArray("options").getArray()),
                        Objects.requireNonNull(row.getTimestamp("begun_at")).toInstant(),
                        Objects.requireNonNull(row.getTimestamp("ends_at")).toInstant()))
                .list();
    }

    /** Returns how many votes each option of some polls has, in their order. */
    Map<Long, List<Long>> votes(List<Row> polls) {
        var counts = new HashMap<Long, List<Long>>();
        polls.forEach(poll -> counts.put(
                poll.id(),
                new ArrayList<>(poll.options().stream().map(each -> 0L).toList())));
        jdbc.sql("select poll, choice, count(*) as votes from live.vote where poll = any(:polls) group by poll, choice")
                .param("polls", polls.stream().map(Row::id).toArray(Long[]::new))
                .query(row -> {
                    Objects.requireNonNull(counts.get(row.getLong("poll")))
                            .set(row.getInt("choice"), row.getLong("votes"));
                });
        return counts;
    }

    /** Counts somebody's vote; false when they have voted. */
    boolean vote(long poll, PersonId person, int choice, Instant at) {
        return jdbc.sql("""
                insert into live.vote (poll, person, choice, at)
                values (:poll, :person, :choice, :at)
                    on conflict do nothing
                """)
                        .param("poll", poll)
                        .param("person", person.value())
                        .param("choice", choice)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void erase(PersonId person) {
        jdbc.sql("delete from live.vote where person = :person")
                .param("person", person.value())
                .update();
    }
}
