package org.kanmai.app.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what people reported. */
@Component
class ReportStore {
    private static final int SHOWN_PER_SUBJECT = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ids ids;

    ReportStore(JdbcClient jdbc, Clock clock, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    /** How many people's reports about a subject no operator has answered yet, and how many of those are of given classes. */
    record Unanswered(int all, int grave) {}

    /** Adds a report; false when the person reported this subject before. */
    boolean add(Subject subject, PersonId reporter, Violation violation, @Nullable String note) {
        return jdbc.sql("""
                insert into governance.report (id, kind, subject, reporter, violation, note, at)
                values (:id, :kind, :subject, :reporter, :violation, :note, :now)
                    on conflict (kind, subject, reporter) do nothing
                """)
                        .param("id", ids.next())
                        .param("kind", subject.kind().code())
                        .param("subject", subject.id())
                        .param("reporter", reporter.value())
                        .param("violation", violation.code())
                        .param("note", note)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    int within(PersonId reporter, Duration last) {
        return jdbc.sql("""
                select count(*)
                  from governance.report
                 where reporter = :reporter
                   and at > :since
                """)
                .param("reporter", reporter.value())
                .param("since", Timestamp.from(clock.instant().minus(last)))
                .query(Integer.class)
                .single();
    }

    Unanswered unanswered(Subject subject, Collection<Violation> grave) {
        return jdbc.sql("""
                select count(*) as everyone,
                       count(*) filter (where violation = any (:grave)) as grave
                  from governance.report
                 where kind = :kind
                   and subject = :subject
                   and not answered
                """)
                .param("grave", grave.stream().map(Code::code).toArray(String[]::new))
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .query((row, number) -> new Unanswered(row.getInt("everyone"), row.getInt("grave")))
                .single();
    }

    void answer(Subject subject) {
        jdbc.sql("""
                update governance.report
                   set answered = true
                 where kind = :kind
                   and subject = :subject
                   and not answered
                """)
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .update();
    }

    /** Returns the newest reports of each subject. */
    Map<Long, List<Review.Told>> about(SubjectKind kind, Collection<Long> subjects) {
        return jdbc
                .sql("""
                select ranked.subject, ranked.violation, ranked.note, ranked.at
                  from (select subject, violation, note, at,
                               row_number() over (partition by subject order by id desc) as place
                          from governance.report
                         where kind = :kind
                           and subject = any (:subjects)) ranked
                 where ranked.place <= :most
                 order by ranked.subject, ranked.place
                """)
                .param("kind", kind.code())
                .param("subjects", subjects.toArray(Long[]::new))
                .param("most", SHOWN_PER_SUBJECT)
                .query((row, number) -> Map.entry(
                        row.getLong("subject"),
                        new Review.Told(
                                Code.parse(Violation.class, row.getString("violation")),
                                row.getString("note"),
                                row.getTimestamp("at").toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Takes an erased person and what the person wrote out of reports; the classes stay. */
    void erase(PersonId person) {
        jdbc.sql("""
                update governance.report
                   set reporter = null, note = null
                 where reporter = :person
                """).param("person", person.value()).update();
    }
}
