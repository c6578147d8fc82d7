package org.kanmai.app.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how each subject stands and what it consists of. */
@Component
class SubjectStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    SubjectStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(@Nullable PersonId owner, Standing standing) {}

    void put(Subject subject, PersonId owner, Standing.State state) {
        jdbc.sql("""
                insert into governance.subject (kind, id, owner, state, changed_at)
                values (:kind, :id, :owner, :state, :now)
                    on conflict (kind, id) do update
                   set state = excluded.state, violation = null, note = null, changed_at = excluded.changed_at
                """)
                .param("kind", subject.kind().code())
                .param("id", subject.id())
                .param("owner", owner.value())
                .param("state", state.code())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void putApproved(SubjectKind kind, List<Long> ids, List<Long> owners) {
        jdbc.sql("""
                insert into governance.subject (kind, id, owner, state, changed_at)
                select :kind, fresh.id, fresh.owner, 'approved', :now
                  from unnest(:ids, :owners) as fresh (id, owner)
                """)
                .param("kind", kind.code())
                .param("ids", ids.toArray(Long[]::new))
                .param("owners", owners.toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void addParts(SubjectKind kind, SubjectKind wholeKind, List<Long> parts, List<Long> wholes) {
        jdbc.sql("""
                insert into governance.part (kind, id, whole_kind, whole_id)
                select :kind, part.id, :wholeKind, part.whole
                  from unnest(:parts, :wholes) as part (id, whole)
                    on conflict do nothing
                """)
                .param("kind", kind.code())
                .param("wholeKind", wholeKind.code())
                .param("parts", parts.toArray(Long[]::new))
                .param("wholes", wholes.toArray(Long[]::new))
                .update();
    }

    void removeParts(Subject whole) {
        jdbc.sql("""
                delete from governance.part
                 where whole_kind = :kind
                   and whole_id = :id
                """).param("kind", whole.kind().code()).param("id", whole.id()).update();
    }

    /** Moves a subject on from one of the states; false when it is in none of them. */
    boolean move(Subject subject, Set<Standing.State> from, Standing to) {
        return jdbc.sql("""
                update governance.subject
                   set state = :state, violation = :violation, note = :note, changed_at = :now
                 where kind = :kind
                   and id = :id
                   and state in (:from)
                """)
                        .param("state", to.state().code())
                        .param(
                                "violation",
                                to.violation() == null ? null : to.violation().code())
                        .param("note", to.note())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("kind", subject.kind().code())
                        .param("id", subject.id())
                        .param("from", from.stream().map(Code::code).toList())
                        .update()
                == 1;
    }

    Optional<Row> find(Subject subject) {
        return row(subject, "");
    }

    /** Reads a subject and keeps others from changing it until the transaction ends. */
    Optional<Row> lock(Subject subject) {
        return row(subject, "for update");
    }

    /** Keeps others from changing what a person owns until the transaction ends. */
    void lockOf(PersonId owner) {
        jdbc.sql("""
                select id
                  from governance.subject
                 where owner = :owner
                 order by kind, id
                   for update
                """).param("owner", owner.value()).query(Long.class).list();
    }

    /** Whether everybody, or this viewer as owner, may see a subject by itself or as part of another. */
    boolean showable(Subject subject, @Nullable PersonId viewer) {
        return jdbc.sql("""
                select exists (select 1
                                 from governance.subject own
                                where own.kind = :kind
                                  and own.id = :id
                                  and (own.state = 'approved' or own.owner = :viewer))
                    or exists (select 1
                                 from governance.part part
                                 join governance.subject whole
                                   on whole.kind = part.whole_kind
                                  and whole.id = part.whole_id
                                where part.kind = :kind
                                  and part.id = :id
                                  and (whole.state = 'approved' or whole.owner = :viewer))
                """)
                .param("kind", subject.kind().code())
                .param("id", subject.id())
                .param("viewer", viewer == null ? -1L : viewer.value())
                .query(Boolean.class)
                .single();
    }

    Set<Long> approved(SubjectKind kind, Collection<Long> ids) {
        return new HashSet<>(jdbc.sql("""
                select id
                  from governance.subject
                 where kind = :kind
                   and id = any (:ids)
                   and state = 'approved'
                """)
                .param("kind", kind.code())
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Ends what an erased person owned; nothing of it is shown or decided any more. */
    void erase(PersonId person) {
        jdbc.sql("""
                update governance.subject
                   set owner = null, state = 'withdrawn', note = null, changed_at = :now
                 where owner = :person
                """)
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Row> row(Subject subject, String lock) {
        return jdbc.sql("""
                select owner, state, violation, note
                  from governance.subject
                 where kind = :kind
                   and id = :id
                """ + lock)
                .param("kind", subject.kind().code())
                .param("id", subject.id())
                .query((row, number) -> read(row))
                .optional();
    }

    private static Row read(ResultSet row) throws SQLException {
        var owner = row.getObject("owner", Long.class);
        var violation = row.getString("violation");
        return new Row(
                owner == null ? null : new PersonId(owner),
                new Standing(
                        Code.parse(Standing.State.class, row.getString("state")),
                        violation == null ? null : Code.parse(Violation.class, violation),
                        row.getString("note")));
    }
}
