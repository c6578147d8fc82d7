package org.kanmai.app.aftersales.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.credit.Blacklisting.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps the blacklist; each step names the state that it leaves. */
@Repository
class BlacklistStore {
    private static final String COLUMNS = """
            select id, shop, state, reason, asked_by, asked_at, put_by, put_at, appeal, appealed_at, answer, ended_at
              from aftersales.blacklisting
            """;

    private final JdbcClient jdbc;

    BlacklistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for a shop to be put there; false when that is asked for already, or it is there. */
    boolean ask(long id, ShopId shop, String reason, PersonId by, Instant at) {
        return jdbc.sql("""
                insert into aftersales.blacklisting (id, shop, state, reason, asked_by, asked_at)
                     values (:id, :shop, 'asked', :reason, :by, :at)
                on conflict (shop) where state in ('asked', 'standing', 'appealed') do nothing
                """)
                        .param("id", id)
                        .param("shop", shop.value())
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean put(long id, PersonId by, Instant at) {
        return jdbc.sql("""
                update aftersales.blacklisting
                   set state = 'standing', put_by = :by, put_at = :at
                 where id = :id
                   and state = 'asked'
                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes an appeal; false when it does not stand, or was appealed against before. */
    boolean appeal(long id, String words, Instant at) {
        return jdbc.sql("""
                update aftersales.blacklisting
                   set state = 'appealed', appeal = :words, appealed_at = :at
                 where id = :id
                   and state = 'standing'
                   and appealed_at is null
                """)
                        .param("id", id)
                        .param("words", words)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean uphold(long id, String words) {
        return jdbc.sql("""
                update aftersales.blacklisting
                   set state = 'standing', answer = :words
                 where id = :id
                   and state = 'appealed'
                """).param("id", id).param("words", words).update() == 1;
    }

    boolean end(Blacklisting from, State to, String words, PersonId by, Instant at) {
        return jdbc.sql("""
                update aftersales.blacklisting
                   set state = :to, answer = :words, ended_by = :by, ended_at = :at
                 where id = :id
                   and state = :from
                """)
                        .param("id", from.id())
                        .param("from", from.state().code())
                        .param("to", to.code())
                        .param("words", words)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Blacklisting> find(long id) {
        return rows(jdbc.sql(COLUMNS + " where id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** Returns the latest that was put there of a shop. */
    Optional<Blacklisting> latest(ShopId shop) {
        return rows(jdbc.sql(COLUMNS + " where shop = :shop and put_at is not null order by id desc limit 1")
                        .param("shop", shop.value()))
                .stream()
                .findFirst();
    }

    boolean isInForce(ShopId shop) {
        return jdbc.sql("""
                select exists (select 1
                                 from aftersales.blacklisting
                                where shop = :shop
                                  and state in ('standing', 'appealed')) as listed
                """)
                .param("shop", shop.value())
                .query((row, number) -> row.getBoolean("listed"))
                .single();
    }

    List<Blacklisting> page(Paging paging) {
        return rows(jdbc.sql(COLUMNS + " where id < :before order by id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }

    /** Takes an erased person's name out. */
    void erase(PersonId person) {
        jdbc.sql("""
                update aftersales.blacklisting
                   set asked_by = nullif(asked_by, :person), put_by = nullif(put_by, :person),
                       ended_by = nullif(ended_by, :person)
                 where :person in (asked_by, put_by, ended_by)
                """).param("person", person.value()).update();
    }

    private static List<Blacklisting> rows(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).list();
    }

    private static Blacklisting read(ResultSet row) throws SQLException {
        return new Blacklisting(
                row.getLong("id"),
                new ShopId(row.getLong("shop")),
                Code.parse(State.class, row.getString("state")),
                row.getString("reason"),
                person(row, "asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                person(row, "put_by"),
                instant(row, "put_at"),
                row.getString("appeal"),
                instant(row, "appealed_at"),
                row.getString("answer"),
                instant(row, "ended_at"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
