package org.kanmai.app.live.pulling;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Homes of rooms, timed by the clock of PostgreSQL. */
@Repository
class HomeStore {
    private static final int SECONDS = 5;

    private final JdbcClient jdbc;

    HomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a node the home of a room; false while another one is. */
    boolean take(Home home) {
        return jdbc.sql("""
                insert into live.home (room, node, address, until)
                     values (:room, :node, :address, clock_timestamp() + :seconds * interval '1 second')
                on conflict (room) do update
                        set node = excluded.node,
                            address = excluded.address,
                            until = excluded.until
                      where home.node = excluded.node
                         or home.until < clock_timestamp()
                """)
                        .param("room", home.room().value())
                        .param("node", home.node())
                        .param("address", home.address().toString())
                        .param("seconds", SECONDS)
                        .update()
                == 1;
    }

    /** Holds on to homes, and returns those that are still this node's: one that ran out is, unless another has taken it. */
    Set<RoomId> renew(String node, Collection<RoomId> rooms) {
        return jdbc.sql("""
                update live.home
                   set until = clock_timestamp() + :seconds * interval '1 second'
                 where node = :node
                   and room = any(:rooms)
                returning room
                """)
                .param("node", node)
                .param("rooms", numbers(rooms))
                .param("seconds", SECONDS)
                .query((row, number) -> new RoomId(row.getLong("room")))
                .set();
    }

    /** Returns the homes of some rooms at other nodes. */
    List<Home> elsewhere(String node, Collection<RoomId> rooms) {
        return jdbc.sql("""
                select room, node, address
                  from live.home
                 where room = any(:rooms)
                   and node <> :node
                   and until >= clock_timestamp()
                """)
                .param("node", node)
                .param("rooms", numbers(rooms))
                .query((row, number) -> new Home(
                        new RoomId(row.getLong("room")), row.getString("node"), URI.create(row.getString("address"))))
                .list();
    }

    /** Gives a home up, and forgets those that nobody has held for long. */
    void release(String node, RoomId room) {
        jdbc.sql("""
                delete from live.home
                 where (room = :room and node = :node)
                    or until < clock_timestamp() - interval '1 hour'
                """).param("room", room.value()).param("node", node).update();
    }

    void releaseAll(String node) {
        jdbc.sql("delete from live.home where node = :node").param("node", node).update();
    }

    private static Long[] numbers(Collection<RoomId> rooms) {
        return rooms.stream().map(RoomId::value).toArray(Long[]::new);
    }
}
