package org.kanmai.app.river.leases;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases, timed by the clock of PostgreSQL. */
@Repository
class LeaseStore {
    private final JdbcClient jdbc;

    LeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Lease> take(String name, String holder, Duration age) {
        return jdbc.sql("""
                insert into river.lease (name, token, holder, until)
                     values (:name, 1, :holder, clock_timestamp() + :seconds * interval '1 second')
                on conflict (name) do update
                        set token = lease.token + 1,
                            holder = excluded.holder,
                            until = excluded.until
                      where lease.until < clock_timestamp()
                  returning name, token
                """)
                .param("name", name)
                .param("holder", holder)
                .param("seconds", age.toMillis() / 1000.0)
                .query(Lease.class)
                .optional();
    }

    boolean renew(Lease lease, String holder, Duration age) {
        return jdbc.sql("""
                update river.lease
                   set until = clock_timestamp() + :seconds * interval '1 second'
                 where name = :name
                   and token = :token
                   and holder = :holder
                """)
                        .param("name", lease.name())
                        .param("token", lease.token())
                        .param("holder", holder)
                        .param("seconds", age.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    void release(Lease lease, String holder) {
        jdbc.sql("""
                update river.lease
                   set until = clock_timestamp() - interval '1 millisecond'
                 where name = :name
                   and token = :token
                   and holder = :holder
                """)
                .param("name", lease.name())
                .param("token", lease.token())
                .param("holder", holder)
                .update();
    }
}
