package org.kanmai.app.feed.models;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.ranking.learning.Delay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The models on record, and which of them is held. */
@Repository
class ModelStore {
    private static final String COLUMNS =
            "version, parent, made_at, learned, file, bytes, verdict, reasons, judged::text as judged,"
                    + " delayed, delay_half, delay_most";

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the next model; returns false when another process has added one meanwhile. */
    boolean add(ModelRow model) {
        var delay = Optional.ofNullable(model.delay());
        return jdbc.sql("""
                insert into feed.model (version, parent, made_at, learned, file, bytes, verdict, reasons, judged,
                                        delayed, delay_half, delay_most)
                     select :version, :parent, :made_at, :learned, :file, :bytes, :verdict, :reasons::text[], :judged::jsonb,
                            :delayed, :delay_half, :delay_most
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
                        .param("delayed", delay.map(Delay::examples).orElse(0))
                        .param("delay_half", delay.map(Delay::half).orElse(0L))
                        .param("delay_most", delay.map(Delay::most).orElse(0L))
                        .update()
                == 1;
    }

    /** Returns the models that may rank, the first of which can be read does: the one that is held, or those that passed, the newest first. */
    List<ModelRow> mayRank(int limit) {
        return jdbc.sql("""
                select %s
                  from feed.model
                 where case when exists (select from feed.model_hold where ended_at is null)
                            then version = (select version from feed.model_hold where ended_at is null)
                            else verdict = 'passed'
                       end
                 order by version desc
                 limit :limit
                """.formatted(COLUMNS))
                .param("limit", limit)
                .query((row, number) -> model(row))
                .list();
    }

    /** Returns those from which learning could go on, the newest first. */
    List<ModelRow> line(int limit) {
        return jdbc.sql("""
                select %s
                  from feed.model
                 where verdict not in ('dropped', 'unreadable')
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
        return jdbc.sql("select version, why, held_at from feed.model_hold where ended_at is null")
                .query((row, number) -> hold(row))
                .optional();
    }

    /** Returns whether what followed a version is of no use: models after it were dropped, or it was held and nothing was made since. */
    boolean isCutOffAfter(int version) {
        return jdbc.sql("""
                select exists (select from feed.model where version > :version and verdict = 'dropped')
                    or exists (select from feed.model_hold where version = :version and ended_at is not null) as cut_off
                """)
                .param("version", version)
                .query((row, number) -> row.getBoolean("cut_off"))
                .single();
    }

    /** Begins a hold; returns false when one lasts. */
    boolean hold(int version, PersonId operator, String why, Instant now) {
        return jdbc.sql("""
                insert into feed.model_hold (version, why, held_by, held_at)
                     values (:version, :why, :operator, :now)
                on conflict do nothing
                """)
                        .param("version", version)
                        .param("why", why)
                        .param("operator", operator.value())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    /** Ends the hold; returns the version that was held, or nothing when none was. */
    Optional<Integer> endHold(PersonId operator, Instant now) {
        return jdbc.sql("""
                update feed.model_hold
                   set ended_by = :operator, ended_at = greatest(held_at, :now)
                 where ended_at is null
                returning version
                """)
                .param("operator", operator.value())
                .param("now", time(now))
                .query((row, number) -> row.getInt("version"))
                .optional();
    }

    /** Puts on record that a model's file is damaged, and how. */
    void isUnreadable(int version, String why) {
        jdbc.sql("""
                update feed.model
                   set verdict = 'unreadable', reasons = reasons || :why
                 where version = :version
                   and verdict not in ('dropped', 'unreadable')
                """).param("version", version).param("why", why).update();
    }

    /** Drops what was made after a version: nothing goes on from there, and none of it ranks. */
    void dropAfter(int version) {
        jdbc.sql("update feed.model set verdict = 'dropped' where version > :version")
                .param("version", version)
                .update();
    }

    /** Drops what was made after the newest that passed, or all where none has. */
    void dropUnpassed() {
        jdbc.sql("""
                update feed.model
                   set verdict = 'dropped'
                 where version > (select coalesce(max(version), 0) from feed.model where verdict = 'passed')
                """).update();
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
                JudgedJson.read(row.getString("judged")),
                delay(row));
    }

    private static @Nullable Delay delay(ResultSet row) throws SQLException {
        int examples = row.getInt("delayed");
        return examples == 0 ? null : new Delay(examples, row.getLong("delay_half"), row.getLong("delay_most"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getInt("version"),
                row.getString("why"),
                row.getTimestamp("held_at").toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
