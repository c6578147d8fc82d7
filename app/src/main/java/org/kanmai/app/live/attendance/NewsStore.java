package org.kanmai.app.live.attendance;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rooms the facts know of. */
@Repository
class NewsStore {
    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the facts don't know of a room yet; a room without a picture that is over never began. */
    record News(RoomId room, PersonId host, boolean begins, boolean ends, boolean cut) {}

    List<News> take(int most) {
        return jdbc.sql("""
                select id, host, state,
                       begun_at is not null and not told_begun as begins,
                       ended_at is not null and not told_over and begun_at is not null as ends
                  from live.room
                 where (begun_at is not null and not told_begun)
                    or (ended_at is not null and not told_over)
                 order by id
                 limit :most
                   for update skip locked
                """)
                .param("most", most)
                .query((row, number) -> new News(
                        new RoomId(row.getLong("id")),
                        new PersonId(row.getLong("host")),
                        row.getBoolean("begins"),
                        row.getBoolean("ends"),
                        row.getString("state").equals("cut")))
                .list();
    }

    /** A live room of which followers whose follow has a smaller number wait to be told. */
    record Waiting(RoomId room, PersonId host, long before) {}

    Optional<Waiting> waiting() {
        return jdbc.sql("""
                select id, host, news_before
                  from live.room
                 where news_before is not null
                   and state = 'live'
                 order by id
                 limit 1
                   for update skip locked
                """)
                .query((row, number) -> new Waiting(
                        new RoomId(row.getLong("id")), new PersonId(row.getLong("host")), row.getLong("news_before")))
                .optional();
    }

    /** Notes down to which follow people are told. */
    void goOn(RoomId room, @Nullable Long before) {
        jdbc.sql("update live.room set news_before = :before where id = :id")
                .param("id", room.value())
                .param("before", before, Types.BIGINT)
                .update();
    }

    /** Notes what is true of these rooms now as told. */
    void told(List<RoomId> rooms) {
        jdbc.sql("""
                update live.room
                   set told_begun = begun_at is not null,
                       told_over = ended_at is not null,
                       news_before = case when state = 'live' and not told_begun then 9223372036854775807 else news_before end
                 where id = any(:ids)
                """)
                .param("ids", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .update();
    }
}
