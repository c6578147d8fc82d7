package org.kanmai.app.live.offers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.checkout.OrderedInRoom;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was ordered in rooms. */
@Repository
class BoughtStore {
    private final JdbcClient jdbc;

    BoughtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order of a room that is paid; the buyer is absent once erased. */
    record Row(RoomId room, @Nullable PersonId buyer, ProductId product) {}

    /** Keeps orders of a room that is not over; what names no such room was not ordered in one. */
    void add(OrderedInRoom ordered, Instant at) {
        jdbc.sql("""
                insert into live.bought (orders, room, buyer, product, placed_at)
                select placed.orders, room.id, :buyer, placed.product, :at
                  from live.room
                 cross join unnest(:orders::bigint[], :products::bigint[]) as placed (orders, product)
                 where room.id = :room
                   and room.state in ('open', 'live')
                    on conflict do nothing
                """)
                .param("room", ordered.room().value())
                .param("buyer", ordered.buyer().value())
                .param(
                        "orders",
                        ordered.orders().stream()
                                .map(each -> each.order().value())
                                .toArray(Long[]::new))
                .param(
                        "products",
                        ordered.orders().stream()
                                .map(each -> each.product().value())
                                .toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Notes which of some orders are paid; returns those of rooms, each once. */
    List<Row> paid(Collection<OrderId> orders, Instant at) {
        return jdbc.sql("""
                update live.bought
                   set paid_at = :at
                 where orders = any(:orders)
                   and paid_at is null
                returning room, buyer, product
                """)
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> {
                    long buyer = row.getLong("buyer");
                    return new Row(
                            new RoomId(row.getLong("room")),
                            row.wasNull() ? null : new PersonId(buyer),
                            new ProductId(row.getLong("product")));
                })
                .list();
    }

    /** Returns who has paid an order in a room, the latest first. */
    List<PersonId> buyers(RoomId room, int most) {
        return jdbc.sql("""
                select buyer
                  from live.bought
                 where room = :room
                   and paid_at is not null
                   and buyer is not null
                 group by buyer
                 order by max(paid_at) desc
                 limit :most
                """)
                .param("room", room.value())
                .param("most", most)
                .query((row, number) -> new PersonId(row.getLong("buyer")))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("update live.bought set buyer = null where buyer = :person")
                .param("person", person.value())
                .update();
    }
}
