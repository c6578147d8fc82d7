package org.kanmai.app.live.drops;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drops of coupons, and who has taken from which. */
@Repository
class DropStore {
    private final JdbcClient jdbc;

    DropStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A coupon that can be taken in a room from one moment to another. */
    record Drop(long id, RoomId room, CouponId coupon, Instant from, Instant until) {}

    void add(Drop drop) {
        jdbc.sql("""
                insert into live.drops (id, room, coupon, from_at, until_at)
                values (:id, :room, :coupon, :from, :until)
                """)
                .param("id", drop.id())
                .param("room", drop.room().value())
                .param("coupon", drop.coupon().value())
                .param("from", Timestamp.from(drop.from()))
                .param("until", Timestamp.from(drop.until()))
                .update();
    }

    Optional<Drop> running(RoomId room, Instant now) {
        return running(List.of(room), now).stream().findFirst();
    }

    /** Returns what can be taken now in some rooms, one a room. */
    List<Drop> running(Collection<RoomId> rooms, Instant now) {
        return jdbc.sql("""
                select id, room, coupon, from_at, until_at
                  from live.drops
                 where room = any(:rooms)
                   and from_at <= :now
                   and until_at > :now
                 order by id
                """)
                .param("rooms", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .query(DropStore::read)
                .list();
    }

    /** Notes that somebody takes from a drop; false when they have. */
    boolean claim(long drop, PersonId person, Instant at) {
        return jdbc.sql("""
                insert into live.drop_claim (drops, person, at)
                values (:drop, :person, :at)
                    on conflict do nothing
                """)
                        .param("drop", drop)
                        .param("person", person.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void erase(PersonId person) {
        jdbc.sql("delete from live.drop_claim where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Drop read(ResultSet row, int number) throws SQLException {
        return new Drop(
                row.getLong("id"),
                new RoomId(row.getLong("room")),
                new CouponId(row.getLong("coupon")),
                Objects.requireNonNull(row.getTimestamp("from_at")).toInstant(),
                Objects.requireNonNull(row.getTimestamp("until_at")).toInstant());
    }
}
