package org.kanmai.app.promotion.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Groups, always with their places; who changes one locks its row first, and several in the order of their ids. */
@Repository
class GroupStore {
    private static final String SELECT = """
            select gathering.id, gathering.deal, gathering.size, gathering.state, gathering.ends_at, gathering.minor,
                   seat.orders, seat.person, seat.units, seat.state as sitting
              from promotion.gathering
              left join promotion.seat on seat.gathering = gathering.id and seat.state <> 'left'
            """;

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Joining joining, Instant at) {
        jdbc.sql("""
                insert into promotion.gathering (id, deal, size, state, opened_at, ends_at)
                     values (:id, :deal, :size, 'open', :at, :ends)
                """)
                .param("id", joining.group().value())
                .param("deal", joining.deal().id().value())
                .param("size", joining.deal().size())
                .param("at", Timestamp.from(at))
                .param("ends", Timestamp.from(joining.endsAt()))
                .update();
    }

    /** Makes all who change the groups of some orders wait until this transaction ends; the next statement sees what has become of them. */
    List<GroupId> lockOf(Collection<OrderId> orders) {
        return jdbc.sql("""
                select id
                  from promotion.gathering
                 where id in (select gathering from promotion.seat where orders = any(:orders))
                 order by id
                   for update
                """)
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .query((row, number) -> new GroupId(row.getLong(1)))
                .list();
    }

    /** Makes all who change a group wait until this transaction ends; false when there is none. */
    boolean lock(GroupId id) {
        return jdbc.sql("select id from promotion.gathering where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    /** Makes an open group complete, at a price, and those of its places done that paid no more than that. */
    void complete(GroupId id, Money price, Instant at) {
        jdbc.sql("""
                with ended as (
                         update promotion.gathering
                            set state = 'complete', minor = :minor, ended_at = :at
                          where id = :id
                            and state = 'open'
                         returning id)
                update promotion.seat
                   set state = 'done'
                  from ended
                 where seat.gathering = ended.id
                   and seat.state = 'paid'
                   and seat.minor <= :minor
                """)
                .param("id", id.value())
                .param("minor", price.minor())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Makes an open group failed. */
    void fail(GroupId id, Instant at) {
        jdbc.sql("""
                update promotion.gathering
                   set state = 'failed', ended_at = :at
                 where id = :id
                   and state = 'open'
                """).param("id", id.value()).param("at", Timestamp.from(at)).update();
    }

    /** Returns open groups whose time is over. */
    List<GroupId> due(Instant now, int limit) {
        return jdbc.sql("""
                select id
                  from promotion.gathering
                 where state = 'open'
                   and ends_at <= :now
                 order by ends_at
                 limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new GroupId(row.getLong(1)))
                .list();
    }

    Optional<Group> find(GroupId id) {
        return whole(jdbc.sql(SELECT + "where gathering.id = :id order by seat.number")
                        .param("id", id.value()))
                .stream()
                .findFirst();
    }

    /** Returns groups; what does not exist is left out. */
    List<Group> find(Collection<GroupId> ids) {
        return whole(jdbc.sql(SELECT + "where gathering.id = any(:ids) order by gathering.id, seat.number")
                .param("ids", ids.stream().map(GroupId::value).toArray(Long[]::new)));
    }

    /** Returns groups of some deals that have begun and can be joined, the fullest first. */
    List<Group> joinable(Collection<DealId> deals, Instant now, int limit) {
        return whole(jdbc.sql(SELECT + """
                 join (select open.id, count(*) filter (where mine.state = 'paid') as people
                         from promotion.gathering open
                         join promotion.seat mine on mine.gathering = open.id and mine.state <> 'left'
                        where open.deal = any(:deals)
                          and open.state = 'open'
                          and open.ends_at > :now
                        group by open.id, open.size
                       having count(*) < open.size
                          and count(*) filter (where mine.state = 'paid') > 0
                        order by people desc, open.id
                        limit :limit) chosen on chosen.id = gathering.id
                 order by chosen.people desc, gathering.id, seat.number
                """)
                .param("deals", deals.stream().map(DealId::value).toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .param("limit", limit));
    }

    /** Returns groups in which somebody has a place, the newest first. */
    List<Group> of(PersonId person, Paging paging) {
        return whole(jdbc.sql(SELECT + """
                 where gathering.id in (select mine.gathering
                                          from promotion.seat mine
                                         where mine.person = :person
                                           and mine.gathering < :before
                                         group by mine.gathering
                                         order by mine.gathering desc
                                         limit :rows)
                 order by gathering.id desc, seat.number
                """)
                .param("person", person.value())
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }

    private static List<Group> whole(StatementSpec statement) {
        var groups = new LinkedHashMap<GroupId, Group>();
        var seats = new LinkedHashMap<GroupId, List<Group.Seat>>();
        statement
                .query((row, number) -> {
                    var group = group(row);
                    groups.putIfAbsent(group.id(), group);
                    var into = seats.computeIfAbsent(group.id(), first -> new ArrayList<>());
                    var seat = seat(row);
                    if (seat != null) {
                        into.add(seat);
                    }
                    return number;
                })
                .list();
        return groups.values().stream()
                .map(group -> new Group(
                        group.id(),
                        group.deal(),
                        group.size(),
                        group.state(),
                        group.endsAt(),
                        group.minor(),
                        seats.getOrDefault(group.id(), List.of())))
                .toList();
    }

    private static Group group(ResultSet row) throws SQLException {
        long minor = row.getLong("minor");
        return new Group(
                new GroupId(row.getLong("id")),
                new DealId(row.getLong("deal")),
                row.getInt("size"),
                Code.parse(Group.State.class, row.getString("state")),
                row.getTimestamp("ends_at").toInstant(),
                minor == 0 ? null : minor,
                List.of());
    }

    private static Group.@Nullable Seat seat(ResultSet row) throws SQLException {
        var sitting = row.getString("sitting");
        if (sitting == null) {
            return null;
        }
        long person = row.getLong("person");
        return new Group.Seat(
                new OrderId(row.getLong("orders")),
                person == 0 ? null : new PersonId(person),
                row.getInt("units"),
                Code.parse(Group.Sitting.class, sitting));
    }
}
