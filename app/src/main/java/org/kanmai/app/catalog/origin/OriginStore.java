package org.kanmai.app.catalog.origin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and their records. */
@Repository
class OriginStore {
    private final JdbcClient jdbc;

    OriginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch of a product. */
    record Batch(long id, ProductId product, String name, Instant madeAt) {}

    void add(Batch batch) {
        jdbc.sql("insert into catalog.batch (id, product, name, made_at) values (:id, :product, :name, :at)")
                .param("id", batch.id())
                .param("product", batch.product().value())
                .param("name", batch.name())
                .param("at", Timestamp.from(batch.madeAt()))
                .update();
    }

    List<Batch> of(ProductId product) {
        return jdbc.sql("""
                select id, product, name, made_at
                  from catalog.batch
                 where product = :product
                 order by id desc
                """)
                .param("product", product.value())
                .query((row, number) -> new Batch(
                        row.getLong("id"),
                        new ProductId(row.getLong("product")),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    Optional<Batch> find(long id) {
        return jdbc.sql("select id, product, name, made_at from catalog.batch where id = :id")
                .param("id", id)
                .query((row, number) -> new Batch(
                        row.getLong("id"),
                        new ProductId(row.getLong("product")),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    /** Makes others who add to a batch wait until this transaction ends. */
    void lock(long batch) {
        jdbc.sql("select id from catalog.batch where id = :id for update")
                .param("id", batch)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    void add(long batch, OriginEntry entry) {
        jdbc.sql("""
                insert into catalog.origin (batch, place, kind, spot, words, at, told_at, hash)
                     values (:batch, :place, :kind, :spot, :words, :at, :told, :hash)
                """)
                .param("batch", batch)
                .param("place", entry.place())
                .param("kind", entry.kind().code())
                .param("spot", entry.spot())
                .param("words", entry.words())
                .param("at", Timestamp.from(entry.at()))
                .param("told", Timestamp.from(entry.toldAt()))
                .param("hash", HexFormat.of().parseHex(entry.hash()))
                .update();
    }

    List<OriginEntry> entries(long batch) {
        return jdbc.sql("""
                select place, kind, spot, words, at, told_at, hash
                  from catalog.origin
                 where batch = :batch
                 order by place
                """)
                .param("batch", batch)
                .query((row, number) -> new OriginEntry(
                        row.getInt("place"),
                        Code.parse(OriginEntry.Kind.class, row.getString("kind")),
                        row.getString("spot"),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("told_at").toInstant(),
                        HexFormat.of().formatHex(row.getBytes("hash"))))
                .list();
    }
}
