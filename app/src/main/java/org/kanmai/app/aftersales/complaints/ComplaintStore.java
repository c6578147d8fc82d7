package org.kanmai.app.aftersales.complaints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.complaints.Complaint.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.ComplaintId;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps complaints; each move names the state that it leaves. */
@Repository
class ComplaintStore {
    private static final String COLUMNS = """
            select id, orders, buyer, shop, topic, state, words, answer, verdict, asked_at, due_at, answered_at, escalated_at,
                   decided_at, stars
              from aftersales.complaint
            """;

    private final JdbcClient jdbc;

    ComplaintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a complaint; false when one about its order is not over yet. */
    boolean add(Complaint complaint) {
        return jdbc.sql("""
                insert into aftersales.complaint (id, orders, buyer, shop, topic, state, words, asked_at, due_at)
                     values (:id, :order, :buyer, :shop, :topic, :state, :words, :asked, :due)
                on conflict (orders) where state in ('open', 'answered', 'escalated') do nothing
                """)
                        .param("id", complaint.id().value())
                        .param("order", complaint.order().value())
                        .param("buyer", complaint.buyer().value())
                        .param("shop", complaint.shop().value())
                        .param("topic", complaint.topic().code())
                        .param("state", complaint.state().code())
                        .param("words", complaint.said().words())
                        .param("asked", Timestamp.from(complaint.moments().asked()))
                        .param("due", timestamp(complaint.due()))
                        .update()
                == 1;
    }

    /** Moves a complaint that is as it was seen; false when it has moved on. */
    boolean move(Complaint complaint, State to, Instant at, @Nullable Instant due) {
        return jdbc.sql("""
                update aftersales.complaint
                   set state = :to, due_at = :due,
                       answered_at = case when :to = 'answered' then :at::timestamptz else answered_at end,
                       escalated_at = case when :to = 'escalated' then :at::timestamptz else escalated_at end,
                       decided_at = case when :to = 'decided' then :at::timestamptz else decided_at end
                 where id = :id
                   and state = :from
                """)
                        .param("id", complaint.id().value())
                        .param("from", complaint.state().code())
                        .param("to", to.code())
                        .param("at", Timestamp.from(at))
                        .param("due", timestamp(due))
                        .update()
                == 1;
    }

    void answer(ComplaintId id, String words, PersonId by) {
        jdbc.sql("""
                update aftersales.complaint
                   set answer = :words, answered_by = :by
                 where id = :id
                """)
                .param("id", id.value())
                .param("words", words)
                .param("by", by.value())
                .update();
    }

    void decide(ComplaintId id, String words, PersonId by) {
        jdbc.sql("""
                update aftersales.complaint
                   set verdict = :words, decided_by = :by
                 where id = :id
                """)
                .param("id", id.value())
                .param("words", words)
                .param("by", by.value())
                .update();
    }

    /** Keeps how a buyer found it; false when that was said before, or nobody has answered. */
    boolean rate(ComplaintId id, int stars, Instant at) {
        return jdbc.sql("""
                update aftersales.complaint
                   set stars = :stars, rated_at = :at
                 where id = :id
                   and stars is null
                   and (answered_at is not null or decided_at is not null)
                """)
                        .param("id", id.value())
                        .param("stars", stars)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Complaint> find(ComplaintId id) {
        return list(jdbc.sql(COLUMNS + " where id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    List<Complaint> of(OrderId order) {
        return list(jdbc.sql(COLUMNS + " where orders = :order order by id").param("order", order.value()));
    }

    List<Complaint> ofShop(ShopId shop, Paging paging) {
        return list(page("shop = :shop", paging).param("shop", shop.value()));
    }

    List<Complaint> escalated(Paging paging) {
        return list(page("state = 'escalated'", paging));
    }

    private StatementSpec page(String condition, Paging paging) {
        return jdbc.sql(COLUMNS + " where " + condition + " and id < :before order by id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows());
    }

    /** Returns complaints about which somebody was silent for too long. */
    List<Complaint> due(Instant now, int limit) {
        return list(jdbc.sql(COLUMNS
                        + " where due_at <= :now and state in ('open', 'answered') order by due_at limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit));
    }

    /**
     * How complaints were handled.
     *
     * @param answered of them by their shop in time
     * @param rated of them by their buyer
     * @param satisfied of these with four stars or five
     */
    record Figures(long complaints, long answered, long rated, long satisfied) {}

    /** Counts the complaints since an instant whose shop has answered or let its time pass. */
    Figures figures(Instant since) {
        return jdbc.sql("""
                select count(*) filter (where state <> 'open') as complaints, count(answered_at) as answered,
                       count(stars) as rated, count(*) filter (where stars >= 4) as satisfied
                  from aftersales.complaint
                 where asked_at >= :since
                """)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Figures(
                        row.getLong("complaints"),
                        row.getLong("answered"),
                        row.getLong("rated"),
                        row.getLong("satisfied")))
                .single();
    }

    /** Takes an erased person's words out; their own complaints are over. */
    void erase(PersonId person) {
        jdbc.sql("""
                update aftersales.complaint
                   set words = '', due_at = null,
                       state = case when state in ('open', 'answered', 'escalated') then 'closed' else state end
                 where buyer = :person
                """).param("person", person.value()).update();
        jdbc.sql("""
                update aftersales.complaint
                   set answer = case when answered_by = :person then '' else answer end,
                       verdict = case when decided_by = :person then '' else verdict end,
                       answered_by = nullif(answered_by, :person), decided_by = nullif(decided_by, :person)
                 where answered_by = :person
                    or decided_by = :person
                """).param("person", person.value()).update();
    }

    private static List<Complaint> list(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).list();
    }

    private static Complaint read(ResultSet row) throws SQLException {
        int stars = row.getInt("stars");
        boolean rated = !row.wasNull();
        return new Complaint(
                new ComplaintId(row.getLong("id")),
                new OrderId(row.getLong("orders")),
                new PersonId(row.getLong("buyer")),
                new ShopId(row.getLong("shop")),
                Code.parse(Complaint.Topic.class, row.getString("topic")),
                Code.parse(State.class, row.getString("state")),
                new Complaint.Said(row.getString("words"), row.getString("answer"), row.getString("verdict")),
                new Complaint.Moments(
                        row.getTimestamp("asked_at").toInstant(),
                        instant(row, "answered_at"),
                        instant(row, "escalated_at"),
                        instant(row, "decided_at")),
                instant(row, "due_at"),
                rated ? stars : null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
