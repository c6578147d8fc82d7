package org.kanmai.app.policy;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.river.PageSigner.Signed;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and withdrawals; rows are only added. */
@Repository
class DocumentStore {
    private static final String DOCUMENTS = """
            select document.version, begins_on, digest, signature, key, proposed_by, proposed_at, why,
                   withdrawn_by, withdrawn_at
              from policy.document
              left join policy.withdrawal
                on withdrawal.version = document.version
            """;

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a document with its bytes; false when its version is taken. */
    boolean add(Document document, byte[] body) {
        var by = document.by();
        return jdbc.sql("""
                insert into policy.document (version, body, begins_on, digest, signature, key, proposed_by, proposed_at, why)
                values (:version, :body, :from, :digest, :signature, :key, :by, :at, :why)
                    on conflict (version) do nothing
                """)
                        .param("version", document.version())
                        .param("body", body)
                        .param("from", document.from())
                        .param("digest", document.signed().digest().bytes())
                        .param("signature", document.signed().signature().bytes())
                        .param("key", document.signed().key())
                        .param("by", by == null ? null : by.value())
                        .param("at", Timestamp.from(document.at()))
                        .param("why", document.why())
                        .update()
                == 1;
    }

    void withdraw(int version, PersonId by, Instant at) {
        jdbc.sql("""
                insert into policy.withdrawal (version, withdrawn_by, withdrawn_at)
                values (:version, :by, :at)
                """)
                .param("version", version)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Document> find(int version) {
        return jdbc.sql(DOCUMENTS + " where document.version = :version")
                .param("version", version)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Returns a document's text. */
    Optional<String> text(int version) {
        return jdbc.sql("select body from policy.document where version = :version")
                .param("version", version)
                .query((row, number) -> new String(row.getBytes("body"), StandardCharsets.UTF_8))
                .optional();
    }

    /** Returns the newest ones, the newest first. */
    List<Document> newest(int limit) {
        return jdbc.sql(DOCUMENTS + " order by document.version desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Returns the version that the next document must have. */
    int next() {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from policy.document")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Returns how many are neither withdrawn nor released. */
    int open() {
        return jdbc.sql("""
                select count(*)
                  from policy.document
                 where not exists (select from policy.withdrawal where withdrawal.version = document.version)
                   and not exists (select from policy.release where release.version = document.version)
                """).query((row, number) -> row.getInt(1)).single();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                update policy.document
                   set proposed_by = null
                 where proposed_by = :person
                """).param("person", person.value()).update();
    }

    void eraseWithdrawals(PersonId person) {
        jdbc.sql("""
                update policy.withdrawal
                   set withdrawn_by = null
                 where withdrawn_by = :person
                """).param("person", person.value()).update();
    }

    private static Document read(ResultSet row) throws SQLException {
        return new Document(
                row.getInt("version"),
                row.getObject("begins_on", LocalDate.class),
                new Signed(
                        Binary.of(row.getBytes("digest")), Binary.of(row.getBytes("signature")), row.getString("key")),
                person(row, "proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("why"),
                withdrawal(row));
    }

    private static Document.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = row.getTimestamp("withdrawn_at");
        return at == null ? null : new Document.Withdrawal(person(row, "withdrawn_by"), at.toInstant());
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, Long.class);
        return id == null ? null : new PersonId(id);
    }
}
