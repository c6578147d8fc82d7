package org.kanmai.app.trade.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.Lead;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many people with addresses, who order by the verbs that the endpoint calls: signing ten thousand up would say nothing of a rush. */
@Component
class Crowd {
    private final Street street;
    private final Quotes quotes;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Crowd(Street street, Quotes quotes, JdbcClient jdbc, Ids ids, Clock clock) {
        this.street = street;
        this.quotes = quotes;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A sale that runs; in a room alone when one is named. */
    record OnSale(Shop shop, SkuId sku, long sale, @Nullable RoomId room) {}

    /** Begins a sale of all units of a new shop. */
    OnSale sale(int port, int units, int most) {
        var shop = street.shop(port, units);
        var now = clock.instant();
        var made = Street.must(201, shop.merchant().post("/api/me/sales", """
                {"sku": "%s", "price": {"minor": 990, "currency": "CNY"}, "units": %d, "most": %d,
                 "startsAt": "%s", "endsAt": "%s"}""".formatted(
                        shop.sku(), units, most, now.minusSeconds(60), now.plusSeconds(600_000))));
        return new OnSale(shop, SkuId.parse(shop.sku()), made.path("id").asLong(), null);
    }

    /** Begins a sale of all units of a new shop whose price holds in one room alone. */
    OnSale inRoom(int port, int units) {
        var sale = sale(port, units, 1);
        var room = new RoomId(ids.next());
        jdbc.sql("update catalog.sale set room = :room where id = :sale")
                .param("room", room.value())
                .param("sale", sale.sale())
                .update();
        return new OnSale(sale.shop(), sale.sku(), sale.sale(), room);
    }

    List<PersonId> people(int count) {
        var people = new ArrayList<PersonId>();
        for (int number = 0; number < count; number++) {
            people.add(new PersonId(ids.next()));
        }
        var numbers = people.stream().map(PersonId::value).toArray(Long[]::new);
        jdbc.sql("""
                insert into trade.address (id, owner, sealed, standard, made_at)
                select person, person, 'sealed', true, :at from unnest(:people::bigint[]) as person
                """)
                .param("at", Timestamp.from(Instant.EPOCH))
                .param("people", numbers)
                .update();
        return people;
    }

    Placing.Wanted wish(PersonId buyer, OnSale sale, int units) {
        var lines = List.of(new Wish(sale.sku(), units));
        var lead = new Lead(new Pseudonym(buyer.value()), null, null, Source.DIRECT);
        var quote =
                quotes.of(lines, Wallet.in(sale.room(), Destination.unknown())).id();
        return new Placing.Wanted(
                buyer,
                UUID.randomUUID().toString(),
                quote,
                lines,
                buyer.value(),
                List.of(),
                null,
                sale.room(),
                sku -> lead);
    }

    /** Returns the units in orders of a sale that are not over. */
    int ordered(OnSale sale) {
        return number("""
                select coalesce(sum(line.units), 0)
                  from trade.line
                  join trade.orders on orders.id = line.orders and orders.state not in ('closed', 'refunded')
                 where line.sale =\s""" + sale.sale());
    }

    int left(OnSale sale) {
        return number("select sum(free) from catalog.stock where bucket > 0 and sku = " + sale.sku());
    }

    int claimed(OnSale sale) {
        return number("select coalesce(sum(units), 0) from catalog.claim where sale = " + sale.sale());
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /** Returns the type of the refusal, or nothing when the order was placed. */
    static String refusal(Supplier<List<OrderRow>> order) {
        try {
            assertThat(order.get()).hasSize(1);
            return "";
        } catch (Refusal refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
