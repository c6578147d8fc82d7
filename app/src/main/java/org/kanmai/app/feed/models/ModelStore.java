package org.kanmai.app.feed.models;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The models on record, and which of them is held. */
@Repository
class ModelStore {
    private static final String COLUMNS =
            "version, parent, made_at, learned, file, bytes, verdict, reasons, judged::text as judged";

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the next model; returns false when another process has added one meanwhile. */
    boolean add(ModelRow model) {
        return jdbc.sql("""
                insert into feed.model (version, parent, made_at, learned, file, bytes, verdict, reasons, judged)
                     select :version, :parent, :made_at, :learned, :file, :bytes, :verdict, :reasons::text[], :judged::jsonb
                      where (select coalesce(max(version), 0) from feed.model) = :version - 1
                on conflict (version) do nothing
                """)
                        .param("version", model.version())
                        .param("parent", model.parent())
                        .param("made_at", time(model.madeAt()))
                        .param("learned", model.learned())
                        .param("file", model.file())
                        .param("bytes", model.bytes())
                        .param("verdict", model.verdict().code())
                        .param("reasons", model.reasons().toArray(String[]::new))
                        .param("judged", JudgedJson.write(model.judged()))
                        .update()
                == 1;
    }

    /** Returns the model that may rank: the one that is held, or the newest that passed. */
    Optional<ModelRow> inForce() {
        return jdbc.sql("""
                select %s
                  from feed.model
                 where version = coalesce((select version from feed.model_hold where ended_at is null),
                                          (select max(version) from feed.model where verdict = 'passed'))
                """.formatted(COLUMNS))
                .query((row, number) -> model(row))
                .optional();
    }

    /** Returns those from which learning could go on, the newest first. */
    List<ModelRow> line(int limit) {
        return jdbc.sql("""
                select %s
                  from feed.model
                 where verdict <> 'dropped'
                 order by version desc
                 limit :limit
                """.formatted(COLUMNS))
                .param("limit", limit)
                .query((row, number) -> model(row))
                .list();
    }

    /** Returns models before a version, the newest first. */
    List<ModelRow> before(int version, int limit) {
        return jdbc.sql("""
                select %s
                  from feed.model
                 where version < :version
                 order by version desc
                 limit :limit
                """.formatted(COLUMNS))
                .param("version", version)
                .param("limit", limit)
                .query((row, number) -> model(row))
                .list();
    }

    Optional<ModelRow> find(int version) {
        return before(version + 1, 1).stream()
                .filter(model -> model.version() == version)
                .findFirst();
    }

    /** Returns the number of the newest model, whatever became of it; 0 where there is none. */
    int newest() {
        return jdbc.sql("select coalesce(max(version), 0) as newest from feed.model")
                .query((row, number) -> row.getInt("newest"))
                .single();
    }

    /** Returns files that somebody may still want: the newest, the newest that passed, and the one that is held. */
    List<String> kept(int newest, int passed) {
        return jdbc.sql("""
                (select file from feed.model order by version desc limit :newest)
                union
                (select file from feed.model where verdict = 'passed' order by version desc limit :passed)
                union
                select file
                  from feed.model
                 where version in (select version from feed.model_hold where ended_at is null)
                """)
                .param("newest", newest)
                .param("passed", passed)
                .query((row, number) -> row.getString("file"))
                .list();
    }

    /** Keeps of each day before a time the first model alone, and whatever was held. */
    int thinOut(Instant before) {
        return jdbc.sql("""
                delete from feed.model
                 where made_at < :before
                   and version not in (select version from feed.model_hold)
                   and version not in (select min(version)
                                         from feed.model
                                        group by date_trunc('day', made_at at time zone 'UTC'))
                   and version <> (select max(version) from feed.model)
                """).param("before", time(before)).update();
    }

    Optional<Hold> hold() {
        return jdbc.sql("select version, why, held_at, ended_at from feed.model_hold where ended_at is null")
                .query((row, number) -> hold(row))
                .optional();
    }

    /** Returns the hold that ended last. */
    Optional<Hold> lastEnded() {
        return jdbc.sql("""
                select version, why, held_at, ended_at
                  from feed.model_hold
                 where ended_at is not null
                 order by number desc
                 limit 1
                """).query((row, number) -> hold(row)).optional();
    }

    /** Begins a hold; returns false when one lasts. What was made after the version is dropped. */
    boolean hold(int version, PersonId operator, String why, Instant now) {
        int begun = jdbc.sql("""
                insert into feed.model_hold (version, why, held_by, held_at)
                     values (:version, :why, :operator, :now)
                on conflict do nothing
                """)
                .param("version", version)
                .param("why", why)
                .param("operator", operator.value())
                .param("now", time(now))
                .update();
        jdbc.sql("""
                update feed.model
                   set verdict = 'dropped', reasons = '{}'
                 where version > :version
                   and :begun = 1
                """).param("version", version).param("begun", begun).update();
        return begun == 1;
    }

    /** Ends the hold; returns false when there is none. */
    boolean endHold(PersonId operator, Instant now) {
        return jdbc.sql("""
                update feed.model_hold
                   set ended_by = :operator, ended_at = greatest(held_at, :now)
                 where ended_at is null
                """)
                        .param("operator", operator.value())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    void erase(PersonId person) {
        jdbc.sql("""
                update feed.model_hold
                   set held_by = nullif(held_by, :person), ended_by = nullif(ended_by, :person)
                 where held_by = :person
                    or ended_by = :person
                """).param("person", person.value()).update();
    }

    private static ModelRow model(ResultSet row) throws SQLException {
        return new ModelRow(
                row.getInt("version"),
                row.getInt("parent"),
                row.getTimestamp("made_at").toInstant(),
                row.getLong("learned"),
                row.getString("file"),
                row.getLong("bytes"),
                Code.parse(ModelVerdict.class, row.getString("verdict")),
                texts(row.getArray("reasons")),
                JudgedJson.read(row.getString("judged")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getInt("version"),
                row.getString("why"),
                row.getTimestamp("held_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
