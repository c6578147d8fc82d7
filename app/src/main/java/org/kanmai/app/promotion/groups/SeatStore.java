package org.kanmai.app.promotion.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places in groups; unique indexes of the database say that no place is had twice, and no person has two. */
@Repository
class SeatStore {
    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place of an order, with what its group is for. */
    record Row(
            GroupId group,
            Group.State state,
            DealId deal,
            @Nullable PersonId person,
            int units,
            Group.Sitting sitting) {}

    /** Takes the first free place of an open group; false when there is none, it is over, or the person has one. */
    boolean take(GroupId group, OrderId order, PersonId person, int units, Money price, Instant at) {
        return jdbc.sql("""
                insert into promotion.seat (orders, gathering, size, number, person, units, minor, state, at)
                select :order, gathering.id, gathering.size, place.number, :person, :units, :minor, 'held', :at
                  from promotion.gathering
                 cross join lateral generate_series(1, gathering.size) as place (number)
                 where gathering.id = :group
                   and gathering.state = 'open'
                   and gathering.ends_at > :at
                   and not exists (select
                                     from promotion.seat taken
                                    where taken.gathering = gathering.id
                                      and taken.number = place.number
                                      and taken.state <> 'left')
                 order by place.number
                 limit 1
                    on conflict do nothing
                """)
                        .param("order", order.value())
                        .param("group", group.value())
                        .param("person", person.value())
                        .param("units", units)
                        .param("minor", price.minor())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Makes held places paid, those of groups that are over late. */
    void pay(Collection<OrderId> orders) {
        jdbc.sql("""
                update promotion.seat
                   set state = case when gathering.state = 'open' then 'paid' else 'late' end
                  from promotion.gathering
                 where seat.orders = any(:orders)
                   and seat.state = 'held'
                   and gathering.id = seat.gathering
                """)
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .update();
    }

    /** Leaves a place whose order is over before its group was settled; false when it is left or settled. */
    boolean leave(OrderId order) {
        return jdbc.sql("""
                update promotion.seat
                   set state = 'left'
                 where orders = :order
                   and state in ('held', 'paid', 'late')
                """).param("order", order.value()).update() == 1;
    }

    /** Makes a paid place of a complete group done, and returns what a unit costs there; empty when it is not to be. */
    Optional<Money> settle(OrderId order) {
        return jdbc.sql("""
                update promotion.seat
                   set state = 'done'
                  from promotion.gathering
                  join promotion.deal on deal.id = gathering.deal
                 where seat.orders = :order
                   and seat.state = 'paid'
                   and gathering.id = seat.gathering
                   and gathering.state = 'complete'
                returning gathering.minor, deal.currency
                """)
                .param("order", order.value())
                .query((row, number) -> Money.of(row.getLong("minor"), row.getString("currency")))
                .optional();
    }

    Optional<Row> find(OrderId order) {
        return jdbc.sql("""
                select gathering.id, gathering.state, gathering.deal, seat.person, seat.units, seat.state as sitting
                  from promotion.seat
                  join promotion.gathering on gathering.id = seat.gathering
                 where seat.orders = :order
                """).param("order", order.value()).query(SeatStore::row).optional();
    }

    /** Returns orders that come to nothing: those of failed groups, and those that were paid when their group was over. */
    List<OrderId> lost(int limit) {
        return ids("(seat.state = 'late' or gathering.state = 'failed')", limit);
    }

    /** Returns paid orders of complete groups that cost less by now. */
    List<OrderId> dear(int limit) {
        return ids("seat.state = 'paid' and gathering.state = 'complete'", limit);
    }

    private List<OrderId> ids(String condition, int limit) {
        return jdbc.sql("""
                select seat.orders
                  from promotion.seat
                  join promotion.gathering on gathering.id = seat.gathering and gathering.state <> 'open'
                 where seat.state in ('held', 'paid', 'late')
                   and %s
                 order by seat.orders
                 limit :limit
                """.formatted(condition))
                .param("limit", limit)
                .query((row, number) -> new OrderId(row.getLong(1)))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("update promotion.seat set person = null where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        long person = row.getLong("person");
        return new Row(
                new GroupId(row.getLong("id")),
                Code.parse(Group.State.class, row.getString("state")),
                new DealId(row.getLong("deal")),
                person == 0 ? null : new PersonId(person),
                row.getInt("units"),
                Code.parse(Group.Sitting.class, row.getString("sitting")));
    }
}
