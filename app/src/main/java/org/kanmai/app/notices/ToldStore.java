package org.kanmai.app.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of what was told and is not sorted yet. */
@Repository
class ToldStore {
    static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    ToldStore(JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Something told. */
    record Row(long id, Telling telling) {}

    void add(List<Telling> tellings) {
        jdbc.sql("""
                insert into notices.told
                       (id, person, kind, actor, subject_kind, subject, arguments, key, fold, due_at)
                select id, person, kind, actor, subject_kind, subject, arguments::jsonb, key, fold, :at
                  from unnest(:ids::bigint[], :people::bigint[], :kinds::text[], :actors::bigint[],
                              :subjectKinds::text[], :subjects::bigint[], :arguments::text[], :keys::text[], :folds::text[])
                       as telling (id, person, kind, actor, subject_kind, subject, arguments, key, fold)
                """)
                .param("ids", tellings.stream().map(telling -> ids.next()).toArray(Long[]::new))
                .param("people", numbers(tellings, telling -> telling.person().value()))
                .param("kinds", texts(tellings, telling -> telling.kind().code()))
                .param("actors", numbers(tellings, ToldStore::actor))
                .param(
                        "subjectKinds",
                        texts(tellings, telling -> telling.subject().kind().code()))
                .param(
                        "subjects",
                        numbers(tellings, telling -> telling.subject().id()))
                .param("arguments", texts(tellings, telling -> json.writeValueAsString(telling.arguments())))
                .param("keys", texts(tellings, Telling::key))
                .param("folds", texts(tellings, Telling::fold))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Returns what is due, the oldest first. */
    List<Row> due(Instant now, int limit) {
        return jdbc.sql("""
                select id, person, kind, actor, subject_kind, subject, arguments, key, fold
                  from notices.told
                 where due_at <= :now
                 order by due_at, id
                 limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    void remove(Collection<Long> sorted) {
        jdbc.sql("delete from notices.told where id = any(:ids)")
                .param("ids", sorted.toArray(Long[]::new))
                .update();
    }

    void hold(long id, Instant until) {
        jdbc.sql("update notices.told set due_at = :until where id = :id")
                .param("id", id)
                .param("until", Timestamp.from(until))
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from notices.told where person = :person or actor = :person")
                .param("person", person.value())
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        long actor = row.getLong("actor");
        boolean unnamed = row.wasNull();
        var subject = new NoticeSubject(
                Code.parse(NoticeSubject.Kind.class, row.getString("subject_kind")), row.getLong("subject"));
        var telling = new Telling(
                new PersonId(row.getLong("person")),
                Code.parse(NoticeKind.class, row.getString("kind")),
                unnamed ? null : new PersonId(actor),
                subject,
                json.readValue(row.getString("arguments"), ARGUMENTS),
                row.getString("key"),
                row.getString("fold"));
        return new Row(row.getLong("id"), telling);
    }

    private static @Nullable Long actor(Telling telling) {
        return telling.actor() == null ? null : telling.actor().value();
    }

    private static Long[] numbers(List<Telling> tellings, Function<Telling, @Nullable Long> of) {
        return tellings.stream().map(of).toArray(Long[]::new);
    }

    private static String[] texts(List<Telling> tellings, Function<Telling, String> of) {
        return tellings.stream().map(of).toArray(String[]::new);
    }
}
