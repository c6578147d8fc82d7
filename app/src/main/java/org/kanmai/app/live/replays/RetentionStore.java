package org.kanmai.app.live.replays;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rooms are to be forgotten, and forgets them: only the row that says that they were there stays. */
@Repository
class RetentionStore {
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoomId> endedBefore(Instant instant) {
        return jdbc.sql("""
                select id
                  from live.room
                 where ended_at < :instant
                   and forgotten_at is null
                 order by id
                 limit :most
                """)
                .param("instant", Timestamp.from(instant))
                .param("most", MOST)
                .query((row, number) -> new RoomId(row.getLong("id")))
                .list();
    }

    void forget(RoomId room, Instant at) {
        jdbc.sql("""
                with said as (delete from live.said where room = :room),
                     muted as (delete from live.muted where room = :room),
                     shelf as (delete from live.shelf where room = :room),
                     explained as (delete from live.explained where room = :room),
                     recording as (delete from live.recording where room = :room),
                     flag as (delete from live.flag where room = :room),
                     measure as (delete from live.measure where room = :room),
                     replay as (delete from live.replay where room = :room),
                     manner as (delete from live.manner where room = :room),
                     deed as (delete from live.deed where room = :room),
                     bought as (delete from live.bought where room = :room),
                     claim as (delete from live.drop_claim
                                where drops in (select id from live.drops where room = :room)),
                     drops as (delete from live.drops where room = :room),
                     vote as (delete from live.vote where poll in (select id from live.poll where room = :room)),
                     poll as (delete from live.poll where room = :room),
                     upvote as (delete from live.upvote
                                 where question in (select id from live.question where room = :room)),
                     question as (delete from live.question where room = :room),
                     promise as (delete from live.promise where room = :room),
                     request as (delete from live.price_request where room = :room)
                update live.room
                   set forgotten_at = :at
                 where id = :room
                """)
                .param("room", room.value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
