package org.kanmai.app.trade.parcels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.app.trade.parcels.Carrier.Kind;
import org.kanmai.app.trade.parcels.ParcelsBack.Back;
import org.kanmai.app.trade.parcels.WaybillStore.Waybill;
import org.kanmai.facts.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Waybills of returns. */
@Repository
class BackStore {
    private final JdbcClient jdbc;

    BackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a number one of a return between a buyer and a shop; false when it brings anything else, or was delivered before. */
    boolean claim(Waybill waybill, Back back, Instant now) {
        return jdbc.sql("""
                insert into trade.waybill (carrier, number, shop, buyer, made_at, back)
                     values (:carrier, :number, :shop, :buyer, :now, true)
                on conflict (carrier, number) do update
                        set shop = excluded.shop
                      where waybill.shop = excluded.shop
                        and waybill.buyer = excluded.buyer
                        and waybill.delivered_at is null
                        and waybill.back
                """)
                        .param("carrier", waybill.carrier())
                        .param("number", waybill.number())
                        .param("shop", back.shop().value())
                        .param("buyer", back.buyer().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Returns what carriers said of those of some parcels that are on their way between their buyer and their shop; of one of which nothing was said, nothing. */
    Map<Waybill, List<Tracking.Event>> events(Map<Waybill, Back> parcels) {
        var waybills = List.copyOf(parcels.keySet());
        var backs = waybills.stream().map(parcels::get).toList();
        var events = new HashMap<Waybill, List<Tracking.Event>>();
        jdbc.sql("""
                select waybill.carrier, waybill.number, kind, place, at
                  from unnest(:carriers::text[], :numbers::text[], :shops::bigint[], :buyers::bigint[])
                       as wanted (carrier, number, shop, buyer)
                  join trade.waybill using (carrier, number, shop, buyer)
                  left join trade.parcel_event event using (carrier, number)
                 where waybill.back
                """)
                .param("carriers", texts(waybills.stream().map(Waybill::carrier).toList()))
                .param("numbers", texts(waybills.stream().map(Waybill::number).toList()))
                .param("shops", backs.stream().map(back -> back.shop().value()).toArray(Long[]::new))
                .param(
                        "buyers",
                        backs.stream().map(back -> back.buyer().value()).toArray(Long[]::new))
                .query(row -> {
                    var waybill = new Waybill(row.getString("carrier"), row.getString("number"));
                    var told = events.computeIfAbsent(waybill, first -> new ArrayList<>());
                    if (row.getString("kind") != null) {
                        told.add(new Tracking.Event(
                                Code.parse(Kind.class, row.getString("kind")),
                                row.getString("place"),
                                row.getTimestamp("at").toInstant()));
                    }
                });
        return events;
    }

    private static String[] texts(Collection<String> some) {
        return some.toArray(String[]::new);
    }
}
