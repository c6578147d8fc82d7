package org.kanmai.app.live.attendance;

import java.util.List;
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

    /** Notes what is true of these rooms now as told. */
    void told(List<RoomId> rooms) {
        jdbc.sql("""
                update live.room
                   set told_begun = begun_at is not null, told_over = ended_at is not null
                 where id = any(:ids)
                """)
                .param("ids", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .update();
    }
}
