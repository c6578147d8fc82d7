package org.kanmai.app.live.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans, and who wants to be reminded of them; every change says from which state it may be made. */
@Repository
class PlanStore {
    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Plan plan) {
        jdbc.sql("""
                insert into live.plan (id, host, title, at, state)
                values (:id, :host, :title, :at, 'planned')
                """)
                .param("id", plan.id().value())
                .param("host", plan.host().value())
                .param("title", plan.title())
                .param("at", Timestamp.from(plan.at()))
                .update();
    }

    Optional<Plan> find(RoomId id) {
        return jdbc.sql("""
                select id, host, title, at
                  from live.plan
                 where id = :id
                   and state = 'planned'
                """).param("id", id.value()).query(PlanStore::read).optional();
    }

    List<Plan> of(PersonId host, int most) {
        return jdbc.sql("""
                select id, host, title, at
                  from live.plan
                 where host = :host
                   and state = 'planned'
                 order by at, id
                 limit :most
                """)
                .param("host", host.value())
                .param("most", most)
                .query(PlanStore::read)
                .list();
    }

    List<Plan> next(Instant from, int most) {
        return jdbc.sql("""
                select id, host, title, at
                  from live.plan
                 where state = 'planned'
                   and at > :from
                 order by at, id
                 limit :most
                """)
                .param("from", Timestamp.from(from))
                .param("most", most)
                .query(PlanStore::read)
                .list();
    }

    /** Makes a plan a room, or cancels it; false when it is not planned any more. */
    boolean leave(RoomId id, String state) {
        return jdbc.sql("""
                update live.plan
                   set state = :state
                 where id = :id
                   and state = 'planned'
                """).param("id", id.value()).param("state", state).update() == 1;
    }

    /** Cancels what was not opened. */
    void cancelBefore(Instant at) {
        jdbc.sql("""
                update live.plan
                   set state = 'cancelled'
                 where state = 'planned'
                   and at < :at
                """).param("at", Timestamp.from(at)).update();
    }

    void remind(RoomId plan, PersonId person, Instant at) {
        jdbc.sql("""
                insert into live.reminder (plan, person, asked_at)
                values (:plan, :person, :at)
                    on conflict do nothing
                """)
                .param("plan", plan.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void forget(RoomId plan, PersonId person) {
        jdbc.sql("""
                delete from live.reminder
                 where plan = :plan
                   and person = :person
                """)
                .param("plan", plan.value())
                .param("person", person.value())
                .update();
    }

    /** Returns of which of some plans a person wants to be reminded. */
    Set<RoomId> wanted(PersonId person, Collection<RoomId> plans) {
        return new HashSet<>(jdbc.sql("""
                select plan
                  from live.reminder
                 where person = :person
                   and plan = any(:plans)
                """)
                .param("person", person.value())
                .param("plans", plans.stream().map(RoomId::value).toArray(Long[]::new))
                .query((row, number) -> new RoomId(row.getLong("plan")))
                .list());
    }

    List<PersonId> reminded(RoomId plan, int most) {
        return jdbc.sql("""
                select person
                  from live.reminder
                 where plan = :plan
                 order by person
                 limit :most
                """)
                .param("plan", plan.value())
                .param("most", most)
                .query((row, number) -> new PersonId(row.getLong("person")))
                .list();
    }

    /** Takes plans that begin soon and of which nobody was reminded, and notes that somebody was. */
    List<Plan> takeSoon(Instant until, int most) {
        return jdbc.sql("""
                update live.plan
                   set reminded = true
                 where id in (select id
                                from live.plan
                               where state = 'planned'
                                 and not reminded
                                 and at <= :until
                               order by id
                               limit :most
                                 for update skip locked)
                returning id, host, title, at
                """)
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query(PlanStore::read)
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                with forgotten as (
                         delete from live.reminder
                          where person = :person)
                update live.plan
                   set state = 'cancelled'
                 where host = :person
                   and state = 'planned'
                """).param("person", person.value()).update();
    }

    private static Plan read(ResultSet row, int number) throws SQLException {
        return new Plan(
                new RoomId(row.getLong("id")),
                new PersonId(row.getLong("host")),
                row.getString("title"),
                Objects.requireNonNull(row.getTimestamp("at")).toInstant());
    }
}
