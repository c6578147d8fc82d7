package org.kanmai.app.live.parties;

import java.util.Optional;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.trade.checkout.OrderedInRoom.Placed;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who answered for which order; what is written is never changed. */
@Repository
class PartyStore {
    private final JdbcClient jdbc;

    PartyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps who answers for an order of what the room sells: its own shop's goods, and what lies on its shelf. */
    void add(Room room, Placed placed, Answering answering, String merchant) {
        jdbc.sql("""
                insert into live.parties (orders, room, platform, host, agency, merchant)
                select :orders, room.id, :platform, :host, :agency, :merchant
                  from live.room
                 where room.id = :room
                   and (room.shop = :shop
                        or exists (select 1
                                     from live.shelf
                                    where shelf.room = :room
                                      and shelf.product = :product))
                """)
                .param("orders", placed.order().value())
                .param("room", room.id().value())
                .param("shop", placed.shop().value())
                .param("product", placed.product().value())
                .param("platform", answering.platform())
                .param("host", answering.host())
                .param("agency", answering.agency())
                .param("merchant", merchant)
                .update();
    }

    Optional<Responsible> of(OrderId order) {
        return jdbc.sql("""
                select parties.room, room.title, parties.platform, parties.host, parties.agency, parties.merchant
                  from live.parties
                  join live.room on room.id = parties.room
                 where parties.orders = :order
                """)
                .param("order", order.value())
                .query((row, number) -> new Responsible(
                        new RoomId(row.getLong("room")),
                        row.getString("title"),
                        row.getString("platform"),
                        row.getString("host"),
                        row.getString("agency"),
                        row.getString("merchant")))
                .optional();
    }
}
