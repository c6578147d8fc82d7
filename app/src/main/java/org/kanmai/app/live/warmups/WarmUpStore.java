package org.kanmai.app.live.warmups;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.facts.Code;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which works warm up for which rooms. */
@Repository
class WarmUpStore {
    private final JdbcClient jdbc;

    WarmUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A work with what it announces; {@code state} is absent before the room is opened. */
    record Row(WorkId work, RoomId room, String title, Instant at, Room.@Nullable State state) {}

    /** Links a work with a room, and with no other any more. */
    void link(WorkId work, RoomId plan, Instant at) {
        jdbc.sql("""
                insert into live.warm_up (work, plan, linked_at)
                values (:work, :plan, :at)
                    on conflict (work) do update
                   set plan = excluded.plan, linked_at = excluded.linked_at
                """)
                .param("work", work.value())
                .param("plan", plan.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void unlink(WorkId work) {
        jdbc.sql("delete from live.warm_up where work = :work")
                .param("work", work.value())
                .update();
    }

    /** Returns what some works announce; what was cancelled or cut is announced no more. */
    List<Row> of(Collection<WorkId> works) {
        return jdbc.sql("""
                select warm_up.work, plan.id, plan.title, plan.at, room.state
                  from live.warm_up
                  join live.plan on plan.id = warm_up.plan and plan.state <> 'cancelled'
                  left join live.room on room.id = plan.id
                 where warm_up.work = any(:works)
                   and room.state is distinct from 'cut'
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, number) -> {
                    var state = row.getString("state");
                    return new Row(
                            new WorkId(row.getLong("work")),
                            new RoomId(row.getLong("id")),
                            row.getString("title"),
                            Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                            state == null ? null : Code.parse(Room.State.class, state));
                })
                .list();
    }

    /** Returns which works announce a room, the newest first. */
    List<WorkId> works(RoomId plan, int most) {
        return jdbc.sql("""
                select work
                  from live.warm_up
                 where plan = :plan
                 order by work desc
                 limit :most
                """)
                .param("plan", plan.value())
                .param("most", most)
                .query((row, number) -> new WorkId(row.getLong("work")))
                .list();
    }
}
