package org.kanmai.app.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases; rows are only added. */
@Repository
class ReleaseStore {
    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets no other transaction decide about policies until this one ends; all can be read meanwhile. */
    void lock() {
        jdbc.sql("lock table policy.release in exclusive mode").update();
    }

    List<Release> all() {
        return jdbc.sql("""
                select number, version, begins_at, how, released_by, released_at, reason, promised, carried, shortfall, waiver
                  from policy.release
                 order by number
                """).query((row, number) -> read(row)).list();
    }

    /** Adds a release, under its lock; its number must be the next. */
    void add(Release release) {
        var plan = release.plan();
        var by = release.by();
        jdbc.sql("""
                insert into policy.release (number, version, begins_at, how, released_by, released_at, reason,
                                            promised, carried, shortfall, waiver)
                values (:number, :version, :begins, :how, :by, :at, :reason, :promised, :carried, :shortfall, :waiver)
                """)
                .param("number", release.number())
                .param("version", release.version())
                .param("begins", Timestamp.from(release.beginsAt()))
                .param("how", release.how().code())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(release.at()))
                .param("reason", release.reason())
                .param("promised", plan == null ? null : plan.promised().toArray(Double[]::new))
                .param("carried", plan == null ? null : plan.carried())
                .param("shortfall", plan == null ? null : plan.shortfall())
                .param("waiver", release.waiver())
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                update policy.release
                   set released_by = null
                 where released_by = :person
                """).param("person", person.value()).update();
    }

    private static Release read(ResultSet row) throws SQLException {
        var by = row.getObject("released_by", Long.class);
        return new Release(
                row.getInt("number"),
                row.getInt("version"),
                row.getTimestamp("begins_at").toInstant(),
                Code.parse(Release.How.class, row.getString("how")),
                by == null ? null : new PersonId(by),
                row.getTimestamp("released_at").toInstant(),
                row.getString("reason"),
                plan(row),
                row.getString("waiver"));
    }

    private static Release.@Nullable Plan plan(ResultSet row) throws SQLException {
        var promised = row.getArray("promised");
        return promised == null
                ? null
                : new Release.Plan(
                        List.of((Double[]) promised.getArray()), row.getDouble("carried"), row.getDouble("shortfall"));
    }
}
