package org.kanmai.app.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReviewId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps reviews, their evidence and the decisions. */
@Component
class ReviewStore {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ids ids;

    ReviewStore(JdbcClient jdbc, Clock clock, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    /** A review without its evidence and reports. */
    record Row(
            ReviewId id,
            Subject subject,
            Review.Cause cause,
            Review.State state,
            Instant openedAt,
            Instant dueAt,
            Review.@Nullable Decision decision) {}

    /** Which reviews are asked for: all of a state, of one kind of subject, or those that reports caused. */
    record Wanted(Review.State state, @Nullable SubjectKind kind, boolean reported) {}

    /** Begins a review unless one of the same cause is open; empty then. */
    Optional<ReviewId> begin(Subject subject, Review.Cause cause, Review.State state, Duration within) {
        var now = clock.instant();
        var id = new ReviewId(ids.next());
        int begun = jdbc.sql("""
                insert into governance.review (id, kind, subject, cause, state, opened_at, due_at)
                values (:id, :kind, :subject, :cause, :state, :now, :due)
                    on conflict (kind, subject, cause) where state = 'open' do nothing
                """)
                .param("id", id.value())
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .param("cause", cause.code())
                .param("state", state.code())
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(now.plus(within)))
                .update();
        return begun == 1 ? Optional.of(id) : Optional.empty();
    }

    void hasten(Subject subject, Review.Cause cause, Instant due) {
        jdbc.sql("""
                update governance.review
                   set due_at = least(due_at, :due)
                 where kind = :kind
                   and subject = :subject
                   and cause = :cause
                   and state = 'open'
                """)
                .param("due", Timestamp.from(due))
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .param("cause", cause.code())
                .update();
    }

    void addEvidence(ReviewId review, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into governance.evidence (review, position, check_name, finding, value, blind_spot)
                select :review, found.position, found.check_name, found.finding, found.value, found.blind_spot
                  from unnest(:checks, :findings, :values, :blindSpots) with ordinality
                       as found (check_name, finding, value, blind_spot, position)
                """)
                .param("review", review.value())
                .param("checks", evidence.stream().map(Evidence::check).toArray(String[]::new))
                .param(
                        "findings",
                        evidence.stream().map(one -> one.finding().code()).toArray(String[]::new))
                .param("values", evidence.stream().map(Evidence::value).toArray(String[]::new))
                .param("blindSpots", evidence.stream().map(Evidence::blindSpot).toArray(String[]::new))
                .update();
    }

    void closeOpen(Subject subject) {
        jdbc.sql("""
                update governance.review
                   set state = 'closed'
                 where kind = :kind
                   and subject = :subject
                   and state = 'open'
                """)
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .update();
    }

    void closeOpen(Subject subject, Review.Cause cause) {
        jdbc.sql("""
                update governance.review
                   set state = 'closed'
                 where kind = :kind
                   and subject = :subject
                   and cause = :cause
                   and state = 'open'
                """)
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .param("cause", cause.code())
                .update();
    }

    /** Marks an open review as decided; false when it is not open any more. */
    boolean markDecided(ReviewId review) {
        return jdbc.sql("""
                update governance.review
                   set state = 'decided'
                 where id = :id
                   and state = 'open'
                """).param("id", review.value()).update() == 1;
    }

    void record(@Nullable ReviewId review, Subject subject, Review.Decision decision) {
        jdbc.sql("""
                insert into governance.decision (id, review, kind, subject, operator, approve, violation, note, at)
                values (:id, :review, :kind, :subject, :operator, :approve, :violation, :note, :at)
                """)
                .param("id", ids.next())
                .param("review", review == null ? null : review.value())
                .param("kind", subject.kind().code())
                .param("subject", subject.id())
                .param("operator", decision.by() == null ? null : decision.by().value())
                .param("approve", decision.approve())
                .param(
                        "violation",
                        decision.violation() == null
                                ? null
                                : decision.violation().code())
                .param("note", decision.note())
                .param("at", Timestamp.from(decision.at()))
                .update();
    }

    void recordAdmitted(PersonId operator, SubjectKind kind, List<Long> subjects) {
        jdbc.sql("""
                insert into governance.decision (id, kind, subject, operator, approve, at)
                select fresh.id, :kind, fresh.subject, :operator, true, :now
                  from unnest(:ids, :subjects) as fresh (id, subject)
                """)
                .param("kind", kind.code())
                .param("operator", operator.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", subjects.stream().map(subject -> ids.next()).toArray(Long[]::new))
                .param("subjects", subjects.toArray(Long[]::new))
                .update();
    }

    Optional<Row> find(ReviewId review) {
        return jdbc.sql("""
                select review.id, review.kind, review.subject, review.cause, review.state, review.opened_at,
                       review.due_at, decision.approve, decision.violation, decision.note, decision.operator, decision.at
                  from governance.review review
                  left join governance.decision decision
                    on decision.review = review.id
                 where review.id = :id
                """)
                .param("id", review.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Returns the open ones oldest first, the others newest first, beyond an id. */
    List<Row> list(Wanted wanted, long beyond, int rows) {
        boolean oldestFirst = wanted.state == Review.State.OPEN;
        return jdbc.sql("""
                select review.id, review.kind, review.subject, review.cause, review.state, review.opened_at,
                       review.due_at, decision.approve, decision.violation, decision.note, decision.operator, decision.at
                  from governance.review review
                  left join governance.decision decision
                    on decision.review = review.id
                 where review.state = :state
                   and (cast(:kind as text) is null or review.kind = :kind)
                   and (not :reported or review.cause = 'report')
                   and review.id %s :beyond
                 order by review.id %s
                 limit :rows
                """.formatted(oldestFirst ? ">" : "<", oldestFirst ? "asc" : "desc"))
                .param("state", wanted.state.code())
                .param("kind", wanted.kind == null ? null : wanted.kind.code())
                .param("reported", wanted.reported)
                .param("beyond", beyond)
                .param("rows", rows)
                .query((row, number) -> read(row))
                .list();
    }

    Map<Long, List<Evidence>> evidence(Collection<Long> reviews) {
        return jdbc
                .sql("""
                select review, check_name, finding, value, blind_spot
                  from governance.evidence
                 where review = any (:reviews)
                 order by review, position
                """)
                .param("reviews", reviews.toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        row.getLong("review"),
                        new Evidence(
                                row.getString("check_name"),
                                Code.parse(Finding.class, row.getString("finding")),
                                row.getString("value"),
                                row.getString("blind_spot"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    int open() {
        return count("select count(*) from governance.review where state = 'open'", clock.instant());
    }

    int overdue() {
        return count("select count(*) from governance.review where state = 'open' and due_at < :at", clock.instant());
    }

    int decidedSince(Instant at) {
        return count("select count(*) from governance.decision where review is not null and at >= :at", at);
    }

    Map<Violation, Penalty> penalties() {
        return jdbc
                .sql("""
                select code, penalty
                  from governance.violation
                """)
                .query((row, number) -> Map.entry(
                        Code.parse(Violation.class, row.getString("code")),
                        Code.parse(Penalty.class, row.getString("penalty"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Instant> lastRefusal(PersonId owner) {
        return jdbc.sql("""
                select decision.at
                  from governance.subject
                  join governance.decision on decision.kind = subject.kind and decision.subject = subject.id
                 where subject.owner = :owner
                   and not decision.approve
                 order by decision.at desc
                 limit 1
                """)
                .param("owner", owner.value())
                .query((row, number) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** Takes an erased person out of decisions, and the machine's findings out of reviews of what the person owned. */
    void erase(PersonId person) {
        jdbc.sql("""
                delete from governance.evidence
                 using governance.review review, governance.subject subject
                 where evidence.review = review.id
                   and subject.kind = review.kind
                   and subject.id = review.subject
                   and subject.owner = :person
                """).param("person", person.value()).update();
    }

    void closeOf(PersonId person) {
        jdbc.sql("""
                update governance.review
                   set state = 'closed'
                  from governance.subject subject
                 where review.state = 'open'
                   and subject.kind = review.kind
                   and subject.id = review.subject
                   and subject.owner = :person
                """).param("person", person.value()).update();
    }

    void eraseOperator(PersonId person) {
        jdbc.sql("""
                update governance.decision
                   set operator = null
                 where operator = :person
                """).param("person", person.value()).update();
    }

    private int count(String sql, Instant at) {
        return jdbc.sql(sql)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new ReviewId(row.getLong("id")),
                new Subject(Code.parse(SubjectKind.class, row.getString("kind")), row.getLong("subject")),
                Code.parse(Review.Cause.class, row.getString("cause")),
                Code.parse(Review.State.class, row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                decision(row));
    }

    private static Review.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = row.getTimestamp("at");
        if (at == null) {
            return null;
        }
        var violation = row.getString("violation");
        var operator = row.getObject("operator", Long.class);
        return new Review.Decision(
                row.getBoolean("approve"),
                violation == null ? null : Code.parse(Violation.class, violation),
                row.getString("note"),
                operator == null ? null : new PersonId(operator),
                at.toInstant());
    }
}
