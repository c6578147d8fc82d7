package org.kanmai.app.trade.addresses;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of sealed addresses. */
@Repository
class AddressStore {
    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address as it is kept. */
    record Row(long id, Binary sealed, boolean standard) {}

    /** Makes others who change the same book wait until this transaction ends. */
    void lock(PersonId owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('addresses of ' || :owner, 0))")
                .param("owner", owner.toString())
                .query((row, number) -> number)
                .list();
    }

    List<Row> of(PersonId owner) {
        return jdbc.sql("""
                select id, sealed, standard
                  from trade.address
                 where owner = :owner
                 order by standard desc, id desc
                """)
                .param("owner", owner.value())
                .query((row, number) ->
                        new Row(row.getLong("id"), Binary.of(row.getBytes("sealed")), row.getBoolean("standard")))
                .list();
    }

    void add(long id, PersonId owner, byte[] sealed, boolean standard, Instant at) {
        jdbc.sql("""
                insert into trade.address (id, owner, sealed, standard, made_at)
                     values (:id, :owner, :sealed, :standard, :at)
                """)
                .param("id", id)
                .param("owner", owner.value())
                .param("sealed", sealed)
                .param("standard", standard)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean change(long id, PersonId owner, byte[] sealed, boolean standard) {
        return jdbc.sql("""
                update trade.address
                   set sealed = :sealed, standard = :standard
                 where id = :id
                   and owner = :owner
                """)
                        .param("id", id)
                        .param("owner", owner.value())
                        .param("sealed", sealed)
                        .param("standard", standard)
                        .update()
                == 1;
    }

    /** Leaves no address the standard one. */
    void noStandard(PersonId owner) {
        jdbc.sql("""
                update trade.address
                   set standard = false
                 where owner = :owner
                   and standard
                """).param("owner", owner.value()).update();
    }

    boolean remove(long id, PersonId owner) {
        return jdbc.sql("delete from trade.address where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    void removeAll(PersonId owner) {
        jdbc.sql("delete from trade.address where owner = :owner")
                .param("owner", owner.value())
                .update();
    }
}
