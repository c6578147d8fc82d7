package org.kanmai.app.live.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Violation;
import org.kanmai.app.live.moderation.Measure.Answer;
import org.kanmai.app.live.moderation.Measure.Step;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about rooms; a measure is only added to, and each change says from which state it may be made. */
@Repository
class MeasureStore {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    MeasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Measure measure) {
        jdbc.sql("""
                insert into live.measure (id, room, step, violation, note, taken_by, taken_at)
                values (:id, :room, :step, :violation, :note, :by, :at)
                """)
                .param("id", measure.id())
                .param("room", measure.room().value())
                .param("step", measure.step().code())
                .param("violation", measure.violation().code())
                .param("note", measure.note())
                .param("by", measure.takenBy().value())
                .param("at", Timestamp.from(measure.takenAt()))
                .update();
    }

    Optional<Measure> find(long id) {
        return jdbc.sql("select * from live.measure where id = :id")
                .param("id", id)
                .query(MeasureStore::read)
                .optional();
    }

    /** Returns what was done about these rooms, the latest last. */
    List<Measure> of(Collection<RoomId> rooms) {
        return jdbc.sql("""
                select *
                  from live.measure
                 where room = any(:rooms)
                 order by id
                 limit :most
                """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .param("most", MOST)
                .query(MeasureStore::read)
                .list();
    }

    /** Returns appeals that wait for an answer, the oldest first. */
    List<Measure> appealed() {
        return jdbc.sql("""
                select *
                  from live.measure
                 where appealed_at is not null
                   and answered_at is null
                 order by appealed_at
                 limit :most
                """).param("most", MOST).query(MeasureStore::read).list();
    }

    /** Takes an appeal; false when there was one. */
    boolean appeal(long id, String words, Instant at) {
        return jdbc.sql("""
                update live.measure
                   set appeal = :words, appealed_at = :at
                 where id = :id
                   and appealed_at is null
                """)
                        .param("id", id)
                        .param("words", words)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Answers an appeal; false when nothing waits for an answer, or this operator took the measure. */
    boolean answer(long id, Answer answer) {
        return jdbc.sql("""
                update live.measure
                   set answered_by = :by, answered_at = :at, upheld = :upheld, answer = :words
                 where id = :id
                   and appealed_at is not null
                   and answered_at is null
                   and taken_by <> :by
                """)
                        .param("id", id)
                        .param("by", answer.by().value())
                        .param("at", Timestamp.from(answer.at()))
                        .param("upheld", answer.upheld())
                        .param("words", answer.words())
                        .update()
                == 1;
    }

    /** Mutes a room's goods, or lets them be sold again; false when they were already, or the room is over. */
    boolean muteGoods(RoomId room, @Nullable Instant since) {
        return jdbc.sql("""
                update live.room
                   set goods_muted_at = cast(:since as timestamptz)
                 where id = :room
                   and (goods_muted_at is null) <> (cast(:since as timestamptz) is null)
                   and (state in ('open', 'live') or cast(:since as timestamptz) is null)
                """)
                        .param("room", room.value())
                        .param("since", since == null ? null : Timestamp.from(since))
                        .update()
                == 1;
    }

    private static Measure read(ResultSet row, int number) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        return new Measure(
                row.getLong("id"),
                new RoomId(row.getLong("room")),
                Code.parse(Step.class, row.getString("step")),
                Code.parse(Violation.class, row.getString("violation")),
                row.getString("note"),
                new PersonId(row.getLong("taken_by")),
                Objects.requireNonNull(row.getTimestamp("taken_at")).toInstant(),
                row.getString("appeal"),
                answered == null
                        ? null
                        : new Answer(
                                new PersonId(row.getLong("answered_by")),
                                answered.toInstant(),
                                row.getBoolean("upheld"),
                                row.getString("answer")));
    }
}
