package org.kanmai.app.pastsales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.app.pastsales.SalesImport.State;
import org.kanmai.app.pastsales.SalesImport.Terms;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of a shop, and which parts of each are kept. */
@Repository
class ImportStore {
    private static final int MOST_FILES = 100;
    private static final String SELECT = """
            select import.*, coalesce((select sum(part.rows)
                                         from pastsales.part
                                        where part.import = import.id), 0) as rows
              from pastsales.import
             where\s""";

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a file, unless its shop has begun one under its key. */
    void begin(long id, ShopId shop, String key, Terms terms, Instant at) {
        jdbc.sql("""
                insert into pastsales.import (id, shop, key, name, currency, zone, state, begun_at)
                values (:id, :shop, :key, :name, :currency, :zone, 'reading', :at)
                    on conflict (shop, key) do nothing
                """)
                .param("id", id)
                .param("shop", shop.value())
                .param("key", key)
                .param("name", terms.name())
                .param("currency", terms.currency().getCurrencyCode())
                .param("zone", terms.zone().getId())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<SalesImport> find(ShopId shop, String key) {
        return jdbc.sql(SELECT + "shop = :shop and key = :key")
                .param("shop", shop.value())
                .param("key", key)
                .query(ImportStore::read)
                .optional();
    }

    /** Returns a shop's files, the newest first. */
    List<SalesImport> of(ShopId shop) {
        return jdbc.sql(SELECT + "shop = :shop order by id desc limit :most")
                .param("shop", shop.value())
                .param("most", MOST_FILES)
                .query(ImportStore::read)
                .list();
    }

    /** Returns the hash of a part that is kept. */
    Optional<Binary> digest(long id, int part) {
        return jdbc.sql("""
                select digest
                  from pastsales.part
                 where import = :id
                   and number = :part
                """)
                .param("id", id)
                .param("part", part)
                .query((row, number) -> Binary.of(row.getBytes("digest")))
                .optional();
    }

    /** Marks a part as kept; false when it was before. */
    boolean keep(long id, Part part) {
        return jdbc.sql("""
                insert into pastsales.part (import, number, rows, digest)
                values (:id, :number, :rows, :digest)
                    on conflict do nothing
                """)
                        .param("id", id)
                        .param("number", part.number())
                        .param("rows", part.lines().size())
                        .param("digest", part.digest().bytes())
                        .update()
                == 1;
    }

    /** Goes from one state to another, once. */
    void move(long id, State from, State to, Instant at) {
        jdbc.sql("""
                update pastsales.import
                   set state = :to, ended_at = case when :to = 'done' then :at::timestamptz end
                 where id = :id
                   and state = :from
                """)
                .param("id", id)
                .param("from", from.code())
                .param("to", to.code())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static SalesImport read(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new SalesImport(
                row.getLong("id"),
                new ShopId(row.getLong("shop")),
                row.getString("key"),
                new Terms(
                        row.getString("name"),
                        Currency.getInstance(row.getString("currency")),
                        ZoneId.of(row.getString("zone"))),
                Code.parse(State.class, row.getString("state")),
                row.getInt("rows"),
                Objects.requireNonNull(row.getTimestamp("begun_at")).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
