package org.kanmai.app.trade.parcels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.parcels.Carrier.Kind;
import org.kanmai.app.trade.parcels.Carrier.Told;
import org.kanmai.facts.Code;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which order lies in which box, and what carriers said of the boxes. */
@Repository
class WaybillStore {
    private final JdbcClient jdbc;

    WaybillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number of a carrier. */
    record Waybill(String carrier, String number) {}

    /** Makes a number one of a shop for a buyer; false when it brings somebody else's parcel, or was delivered before. */
    boolean claim(Waybill waybill, OrderRow order, Instant now) {
        return jdbc.sql("""
                insert into trade.waybill (carrier, number, shop, buyer, made_at)
                     values (:carrier, :number, :shop, :buyer, :now)
                on conflict (carrier, number) do update
                        set shop = excluded.shop
                      where waybill.shop = excluded.shop
                        and waybill.buyer = excluded.buyer
                        and waybill.delivered_at is null
                        and not waybill.back
                """)
                        .param("carrier", waybill.carrier())
                        .param("number", waybill.number())
                        .param("shop", order.shop().value())
                        .param("buyer", order.buyer().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Returns whether {@link #claim} would take a number, as things are. */
    boolean isFree(Waybill waybill, ShopId shop, PersonId buyer) {
        return jdbc.sql("""
                select count(*)
                  from trade.waybill
                 where carrier = :carrier
                   and number = :number
                   and (shop <> :shop or buyer <> :buyer or delivered_at is not null or back)
                """)
                        .param("carrier", waybill.carrier())
                        .param("number", waybill.number())
                        .param("shop", shop.value())
                        .param("buyer", buyer.value())
                        .query((row, number) -> row.getLong(1))
                        .single()
                == 0;
    }

    void put(Waybill waybill, OrderId order) {
        jdbc.sql("""
                insert into trade.parcel (orders, carrier, number)
                     values (:order, :carrier, :number)
                """)
                .param("order", order.value())
                .param("carrier", waybill.carrier())
                .param("number", waybill.number())
                .update();
    }

    List<Waybill> unannounced(String carrier, int limit) {
        return jdbc.sql("""
                select carrier, number
                  from trade.waybill
                 where not announced
                   and carrier = :carrier
                 order by made_at
                 limit :limit
                """)
                .param("carrier", carrier)
                .param("limit", limit)
                .query((row, number) -> new Waybill(row.getString("carrier"), row.getString("number")))
                .list();
    }

    void announced(Waybill waybill) {
        jdbc.sql("""
                update trade.waybill
                   set announced = true
                 where carrier = :carrier
                   and number = :number
                """)
                .param("carrier", waybill.carrier())
                .param("number", waybill.number())
                .update();
    }

    /** Makes all who hear of a waybill wait until this transaction ends; empty when there is none, else when it was made. */
    Optional<Instant> hold(Waybill waybill) {
        return jdbc.sql("""
                select made_at
                  from trade.waybill
                 where carrier = :carrier
                   and number = :number
                   for update
                """)
                .param("carrier", waybill.carrier())
                .param("number", waybill.number())
                .query((row, number) -> row.getTimestamp("made_at").toInstant())
                .optional();
    }

    /** Keeps an event; false when it was kept before, or there are so many already. */
    boolean add(Waybill waybill, Told told, Instant now, int most) {
        return jdbc.sql("""
                insert into trade.parcel_event (carrier, number, id, kind, place, at, told_at)
                select :carrier, :number, :id, :kind, :place, :at, :now
                  from trade.parcel_event
                 where carrier = :carrier
                   and number = :number
                having count(*) < :most
                    on conflict do nothing
                """)
                        .param("carrier", waybill.carrier())
                        .param("number", waybill.number())
                        .param("id", told.id())
                        .param("kind", told.kind().code())
                        .param("place", told.place())
                        .param("at", Timestamp.from(told.at()))
                        .param("now", Timestamp.from(now))
                        .param("most", most)
                        .update()
                == 1;
    }

    void know(Waybill waybill, Tracking known) {
        jdbc.sql("""
                update trade.waybill
                   set handed_at = :handed, delivered_at = :delivered
                 where carrier = :carrier
                   and number = :number
                """)
                .param("carrier", waybill.carrier())
                .param("number", waybill.number())
                .param("handed", known.handedAt() == null ? null : Timestamp.from(known.handedAt()))
                .param("delivered", known.deliveredAt() == null ? null : Timestamp.from(known.deliveredAt()))
                .update();
    }

    List<Tracking.Event> events(Waybill waybill) {
        return jdbc.sql("""
                select kind, place, at
                  from trade.parcel_event
                 where carrier = :carrier
                   and number = :number
                """)
                .param("carrier", waybill.carrier())
                .param("number", waybill.number())
                .query((row, number) -> new Tracking.Event(
                        Code.parse(Kind.class, row.getString("kind")),
                        row.getString("place"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<OrderId> orders(Waybill waybill) {
        return jdbc.sql("""
                select orders
                  from trade.parcel
                 where carrier = :carrier
                   and number = :number
                 order by orders
                """)
                .param("carrier", waybill.carrier())
                .param("number", waybill.number())
                .query((row, number) -> new OrderId(row.getLong("orders")))
                .list();
    }

    /** Forgets where the parcels of an erased person were. */
    void erase(PersonId buyer) {
        jdbc.sql("""
                update trade.parcel_event
                   set place = ''
                  from trade.waybill
                 where waybill.carrier = parcel_event.carrier
                   and waybill.number = parcel_event.number
                   and waybill.buyer = :buyer
                """).param("buyer", buyer.value()).update();
    }

    Optional<Waybill> of(OrderId order) {
        return jdbc.sql("select carrier, number from trade.parcel where orders = :order")
                .param("order", order.value())
                .query((row, number) -> new Waybill(row.getString("carrier"), row.getString("number")))
                .optional();
    }
}
