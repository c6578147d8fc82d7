package org.kanmai.app.live.rooms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.rooms.Room.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rooms; every change says from which states it may be made. */
@Repository
class RoomStore {
    private static final int MOST_LIVE = 200;

    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a room; throws {@link org.springframework.dao.DuplicateKeyException} when its host has one that is not over. */
    void open(RoomId id, PersonId host, @Nullable ShopId shop, String title, Instant at) {
        jdbc.sql("""
                insert into live.room (id, host, shop, title, state, opened_at)
                values (:id, :host, :shop, :title, 'open', :at)
                """)
                .param("id", id.value())
                .param("host", host.value())
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .param("title", title)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Room> find(RoomId id) {
        return jdbc.sql("select * from live.room where id = :id")
                .param("id", id.value())
                .query(RoomStore::read)
                .optional();
    }

    List<Room> find(Collection<RoomId> some) {
        return jdbc.sql("select * from live.room where id = any(:ids)")
                .param("ids", some.stream().map(RoomId::value).toArray(Long[]::new))
                .query(RoomStore::read)
                .list();
    }

    /** Returns in which of some nothing can be sold: those that are over, and those whose goods an operator muted. */
    Set<RoomId> notSelling(Collection<RoomId> some) {
        return jdbc.sql("""
                select id
                  from live.room
                 where id = any(:ids)
                   and (state in ('ended', 'cut') or goods_muted_at is not null)
                """)
                .param("ids", some.stream().map(RoomId::value).toArray(Long[]::new))
                .query((row, number) -> new RoomId(row.getLong("id")))
                .set();
    }

    /** Locks a room's row. */
    void lock(RoomId id) {
        jdbc.sql("select id from live.room where id = :id for no key update")
                .param("id", id.value())
                .query((row, number) -> number)
                .list();
    }

    /** Returns the room of a host that is not over. */
    Optional<Room> current(PersonId host) {
        return jdbc.sql("""
                select *
                  from live.room
                 where host = :host
                   and state in ('open', 'live')
                """).param("host", host.value()).query(RoomStore::read).optional();
    }

    List<Room> of(PersonId host, Paging paging) {
        return jdbc.sql("""
                select *
                  from live.room
                 where host = :host
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("host", host.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(RoomStore::read)
                .list();
    }

    /** Returns rooms that are live, those that began last first. */
    List<Room> live() {
        return jdbc.sql("""
                select *
                  from live.room
                 where state = 'live'
                 order by begun_at desc
                 limit :most
                """).param("most", MOST_LIVE).query(RoomStore::read).list();
    }

    /** Returns rooms with a picture since an instant, those that began last first. */
    List<Room> showing(Instant since) {
        return jdbc.sql("""
                select *
                  from live.room
                 where state = 'live'
                   and fragment_at > :since
                 order by begun_at desc
                 limit :most
                """)
                .param("since", Timestamp.from(since))
                .param("most", MOST_LIVE)
                .query(RoomStore::read)
                .list();
    }

    /** A picture comes: an open room is live from now on; false when the room is over. */
    boolean picture(RoomId id, Instant at) {
        return jdbc.sql("""
                update live.room
                   set state = 'live', begun_at = coalesce(begun_at, :at), fragment_at = :at
                 where id = :id
                   and state in ('open', 'live')
                """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Notes for all at once that a picture came. */
    void pictures(Collection<RoomId> rooms, Instant at) {
        jdbc.sql("""
                update live.room
                   set fragment_at = :at
                 where id = any(:ids)
                   and state = 'live'
                """)
                .param("ids", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Ends a room that is not over. */
    boolean end(RoomId id, Instant at) {
        return jdbc.sql("""
                update live.room
                   set state = 'ended', ended_at = :at
                 where id = :id
                   and state in ('open', 'live')
                """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Ends rooms without a picture since an instant, and those that began before another. */
    void endGone(Instant silentSince, Instant begunBefore, Instant at) {
        jdbc.sql("""
                update live.room
                   set state = 'ended', ended_at = :at
                 where state = 'live'
                   and (fragment_at < :silent or begun_at < :begun)
                """)
                .param("silent", Timestamp.from(silentSince))
                .param("begun", Timestamp.from(begunBefore))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Returns which of these are over. */
    List<RoomId> over(Collection<RoomId> rooms) {
        if (rooms.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select id
                  from live.room
                 where id = any(:ids)
                   and state in ('ended', 'cut')
                """)
                .param("ids", rooms.stream().map(RoomId::value).toArray(Long[]::new))
                .query((row, number) -> new RoomId(row.getLong("id")))
                .list();
    }

    boolean cut(RoomId id, PersonId operator, String reason, Instant at) {
        return jdbc.sql("""
                update live.room
                   set state = 'cut', ended_at = :at, cut_by = :operator, reason = :reason
                 where id = :id
                   and state in ('open', 'live')
                """)
                        .param("id", id.value())
                        .param("operator", operator.value())
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Room read(ResultSet row, int number) throws SQLException {
        long shop = row.getLong("shop");
        var ofShop = row.wasNull() ? null : new ShopId(shop);
        return new Room(
                new RoomId(row.getLong("id")),
                new PersonId(row.getLong("host")),
                ofShop,
                row.getString("title"),
                Code.parse(State.class, row.getString("state")),
                Objects.requireNonNull(row.getTimestamp("opened_at")).toInstant(),
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
