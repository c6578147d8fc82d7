package org.kanmai.app.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes many parts and their lines by one statement; there is a process that sorts, and no other. */
@Repository
class LineStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    LineStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A telling with the place at which it comes into the inbox, unless that is closed to it. */
    record Line(long place, Telling telling, boolean inbox) {}

    /** A telling that was not told before, and the line into which it was folded if it is none of its own. */
    record Told(long place, @Nullable Long folded) {}

    /**
     * Adds what was not told before, the first of each key. What finds a line of its fold, or another of the same list
     * before it, is folded into that line, which comes to the top again, unread. A line that its owner deletes meanwhile
     * is waited for and made anew.
     */
    List<Told> add(List<Line> lines, Instant at) {
        return jdbc.sql("""
                with telling as (
                         select place, person, purpose, kind, actor, subject_kind, subject, arguments::jsonb, key, fold, inbox
                           from unnest(:places::bigint[], :people::bigint[], :purposes::text[], :kinds::text[],
                                       :actors::bigint[], :subjectKinds::text[], :subjects::bigint[],
                                       :arguments::text[], :keys::text[], :folds::text[], :inbox::boolean[])
                                as telling (place, person, purpose, kind, actor, subject_kind, subject, arguments, key, fold, inbox)),
                     here as (
                         select id, person, fold
                           from notices.notice
                          where (person, fold) in (select person, fold from telling where inbox)
                            for update),
                     placed as (
                         select telling.*, here.id as here,
                                case when inbox then coalesce(here.id, min(place) over (partition by person, fold, inbox)) end as notice
                           from telling
                           left join here using (person, fold)),
                     part as (
                         insert into notices.part (person, key, notice, actor, at)
                         select person, key, notice, actor, :at
                           from placed
                          order by place
                         on conflict do nothing
                         returning person, key),
                     fresh as (
                         select distinct on (person, key) placed.*
                           from placed
                           join part using (person, key)
                          order by person, key, place),
                     ranked as (
                         select fresh.*, min(place) over fold as first, max(place) over fold as last
                           from fresh
                         window fold as (partition by person, fold, inbox)),
                     line as (
                         insert into notices.notice
                                (id, person, purpose, kind, subject_kind, subject, arguments, fold, place, made_at, at)
                         select notice, person, purpose, kind, subject_kind, subject, arguments, fold, last, :at, :at
                           from ranked
                          where inbox
                            and place = first
                         on conflict (person, fold) do update
                                 set place = excluded.place, at = excluded.at, read = false)
                select place, case when inbox and (here is not null or place > first) then notice end as folded
                  from ranked
                """)
                .param("places", numbers(lines, Line::place))
                .param("people", numbers(lines, line -> line.telling().person().value()))
                .param(
                        "purposes",
                        texts(lines, line -> line.telling().kind().purpose().code()))
                .param("kinds", texts(lines, line -> line.telling().kind().code()))
                .param("actors", numbers(lines, LineStore::actor))
                .param(
                        "subjectKinds",
                        texts(lines, line -> line.telling().subject().kind().code()))
                .param(
                        "subjects",
                        numbers(lines, line -> line.telling().subject().id()))
                .param(
                        "arguments",
                        texts(
                                lines,
                                line -> json.writeValueAsString(line.telling().arguments())))
                .param("keys", texts(lines, line -> line.telling().key()))
                .param("folds", texts(lines, line -> line.telling().fold()))
                .param("inbox", lines.stream().map(Line::inbox).toArray(Boolean[]::new))
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Told(row.getLong("place"), row.getObject("folded", Long.class)))
                .list();
    }

    private static @Nullable Long actor(Line line) {
        var actor = line.telling().actor();
        return actor == null ? null : actor.value();
    }

    private static Long[] numbers(List<Line> lines, Function<Line, @Nullable Long> of) {
        return lines.stream().map(of).toArray(Long[]::new);
    }

    private static String[] texts(List<Line> lines, Function<Line, String> of) {
        return lines.stream().map(of).toArray(String[]::new);
    }
}
