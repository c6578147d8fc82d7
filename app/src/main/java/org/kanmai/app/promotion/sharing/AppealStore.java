package org.kanmai.app.promotion.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.AppealId;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.VoucherId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appeals and who helped; keys of the database say that nobody helps twice with a coupon, and that no more help than are needed. */
@Repository
class AppealStore {
    private static final String SELECT =
            "select id, coupon, voucher, person, needed, helped, state, ends_at from promotion.appeal ";

    private final JdbcClient jdbc;

    AppealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an appeal; throws {@link org.springframework.dao.DuplicateKeyException} when the person has one for this coupon. */
    void add(Appeal appeal, Instant at) {
        jdbc.sql("""
                insert into promotion.appeal (id, coupon, voucher, person, needed, state, made_at, ends_at)
                     values (:id, :coupon, :voucher, :person, :needed, 'open', :at, :ends)
                """)
                .param("id", appeal.id().value())
                .param("coupon", appeal.coupon().value())
                .param("voucher", appeal.voucher().value())
                .param(
                        "person",
                        appeal.person() == null ? null : appeal.person().value())
                .param("needed", appeal.needed())
                .param("at", Timestamp.from(at))
                .param("ends", Timestamp.from(appeal.endsAt()))
                .update();
    }

    Optional<Appeal> find(AppealId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(AppealStore::appeal)
                .optional();
    }

    /** Returns an appeal, and makes all who change it wait until this transaction ends. */
    Optional<Appeal> lock(AppealId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query(AppealStore::appeal)
                .optional();
    }

    /** Returns what somebody asks for of a coupon, unless it has lapsed. */
    Optional<Appeal> of(PersonId person, CouponId coupon) {
        return jdbc.sql(SELECT + "where coupon = :coupon and person = :person and state <> 'lapsed'")
                .param("coupon", coupon.value())
                .param("person", person.value())
                .query(AppealStore::appeal)
                .optional();
    }

    /** Adds a helper to a locked appeal; false when the helper has helped with this coupon before. */
    boolean help(Appeal appeal, PersonId helper, Instant at) {
        return jdbc.sql("""
                insert into promotion.help (appeal, needed, number, coupon, helper, at)
                     values (:appeal, :needed, :number, :coupon, :helper, :at)
                on conflict (coupon, helper) do nothing
                """)
                        .param("appeal", appeal.id().value())
                        .param("needed", appeal.needed())
                        .param("number", appeal.helped() + 1)
                        .param("coupon", appeal.coupon().value())
                        .param("helper", helper.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Counts the helper that was added, the last of whom unlocks. */
    void count(AppealId id) {
        jdbc.sql("""
                update promotion.appeal
                   set helped = helped + 1, state = case when helped + 1 = needed then 'unlocked' else state end
                 where id = :id
                """).param("id", id.value()).update();
    }

    /** Returns how many somebody has helped since a moment. */
    int helpedSince(PersonId helper, Instant since) {
        return jdbc.sql("select count(*) from promotion.help where helper = :helper and at > :since")
                .param("helper", helper.value())
                .param("since", Timestamp.from(since))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    boolean hasHelped(PersonId helper, AppealId id) {
        return jdbc.sql("select exists (select from promotion.help where appeal = :id and helper = :helper)")
                .param("id", id.value())
                .param("helper", helper.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Returns open appeals whose time is over. */
    List<AppealId> due(Instant now, int limit) {
        return jdbc.sql("""
                select id
                  from promotion.appeal
                 where state = 'open'
                   and ends_at <= :now
                 order by ends_at
                 limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new AppealId(row.getLong(1)))
                .list();
    }

    /** Ends an open appeal, whose helpers can help with the coupon again. */
    void lapse(AppealId id) {
        jdbc.sql("update promotion.appeal set state = 'lapsed' where id = :id and state = 'open'")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from promotion.help where appeal = :id")
                .param("id", id.value())
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                update promotion.appeal
                   set person = null, state = case when state = 'open' then 'lapsed' else state end
                 where person = :person
                """).param("person", person.value()).update();
        jdbc.sql("update promotion.help set helper = null where helper = :person")
                .param("person", person.value())
                .update();
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        long person = row.getLong("person");
        return new Appeal(
                new AppealId(row.getLong("id")),
                new CouponId(row.getLong("coupon")),
                new VoucherId(row.getLong("voucher")),
                person == 0 ? null : new PersonId(person),
                row.getInt("needed"),
                row.getInt("helped"),
                Code.parse(Appeal.State.class, row.getString("state")),
                row.getTimestamp("ends_at").toInstant());
    }
}
