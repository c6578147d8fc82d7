package org.kanmai.app.catalog.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may act for which shop, and what they did. */
@Repository
class StaffStore {
    private static final String SELECT =
            "select id, shop, person, kind, duties, state, invited_at, until from catalog.staff where ";

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that was done under a grant; {@code status} is absent while its end is not known. */
    record Act(
            long id,
            long grant,
            String method,
            String path,
            @Nullable Integer status,
            Instant at) {}

    /** Invites somebody; false when the shop has invited or has that one already. */
    boolean invite(Grant grant) {
        return jdbc.sql("""
                insert into catalog.staff (id, shop, person, kind, duties, state, invited_at, until)
                     values (:id, :shop, :person, :kind, :duties, 'invited', :at, :until)
                on conflict do nothing
                """)
                        .param("id", grant.id())
                        .param("shop", grant.shop().value())
                        .param("person", grant.person().value())
                        .param("kind", grant.kind().code())
                        .param("duties", grant.duties().stream().map(Duty::code).toArray(String[]::new))
                        .param("at", Timestamp.from(grant.invitedAt()))
                        .param("until", grant.until() == null ? null : Timestamp.from(grant.until()), Types.TIMESTAMP)
                        .update()
                == 1;
    }

    /** Says yes for who was invited; false when there is nothing to say it to. */
    boolean accept(long id, PersonId person) {
        return jdbc.sql("""
                update catalog.staff
                   set state = 'active'
                 where id = :id
                   and person = :person
                   and state = 'invited'
                """).param("id", id).param("person", person.value()).update() == 1;
    }

    /** Ends a grant for its person. */
    boolean leave(long id, PersonId person, Instant at) {
        return jdbc.sql("""
                update catalog.staff
                   set state = 'ended', ended_at = :at
                 where id = :id
                   and person = :person
                   and state <> 'ended'
                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Ends a grant for its shop. */
    boolean revoke(long id, ShopId shop, Instant at) {
        return jdbc.sql("""
                update catalog.staff
                   set state = 'ended', ended_at = :at
                 where id = :id
                   and shop = :shop
                   and state <> 'ended'
                """)
                        .param("id", id)
                        .param("shop", shop.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void leaveAll(PersonId person, Instant at) {
        jdbc.sql("""
                update catalog.staff
                   set state = 'ended', ended_at = :at
                 where person = :person
                   and state <> 'ended'
                """)
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    int count(ShopId shop) {
        return jdbc.sql("select count(*) as people from catalog.staff where shop = :shop and state <> 'ended'")
                .param("shop", shop.value())
                .query((row, number) -> row.getInt("people"))
                .single();
    }

    /** Returns who is invited or may act, the newest first. */
    List<Grant> of(ShopId shop) {
        return jdbc.sql(SELECT + "shop = :shop and state <> 'ended' order by id desc")
                .param("shop", shop.value())
                .query(StaffStore::grant)
                .list();
    }

    List<Grant> of(PersonId person) {
        return jdbc.sql(SELECT + "person = :person and state <> 'ended' order by id desc limit 100")
                .param("person", person.value())
                .query(StaffStore::grant)
                .list();
    }

    Optional<Grant> find(PersonId person, ShopId shop) {
        return jdbc.sql(SELECT + "person = :person and shop = :shop and state = 'active'")
                .param("person", person.value())
                .param("shop", shop.value())
                .query(StaffStore::grant)
                .optional();
    }

    void begun(ShopId shop, Act act) {
        jdbc.sql("""
                insert into catalog.staff_act (id, staff, shop, method, path, at)
                     values (:id, :staff, :shop, :method, :path, :at)
                """)
                .param("id", act.id())
                .param("staff", act.grant())
                .param("shop", shop.value())
                .param("method", act.method())
                .param("path", act.path())
                .param("at", Timestamp.from(act.at()))
                .update();
    }

    void ended(long act, int status) {
        jdbc.sql("update catalog.staff_act set status = :status where id = :id and status is null")
                .param("id", act)
                .param("status", status)
                .update();
    }

    List<Act> acts(ShopId shop, Paging paging) {
        return jdbc.sql("""
                select id, staff, method, path, status, at
                  from catalog.staff_act
                 where shop = :shop
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("shop", shop.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Act(
                        row.getLong("id"),
                        row.getLong("staff"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getObject("status", Integer.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Returns whom a shop's grants were given to, those too that ended. */
    List<Grant> all(ShopId shop, List<Long> ids) {
        return jdbc.sql(SELECT + "shop = :shop and id = any(:ids)")
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(StaffStore::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        return new Grant(
                row.getLong("id"),
                new ShopId(row.getLong("shop")),
                new PersonId(row.getLong("person")),
                Code.parse(Grant.Kind.class, row.getString("kind")),
                Arrays.stream((String[]) row.getArray("duties").getArray())
                        .map(code -> Code.parse(Duty.class, code))
                        .collect(Collectors.toSet()),
                Code.parse(Grant.State.class, row.getString("state")),
                row.getTimestamp("invited_at").toInstant(),
                until == null ? null : until.toInstant());
    }
}
