package org.kanmai.app.identity.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of roles and of requests to change them. */
@Component
final class RoleStore {
    private static final String REQUESTS = """
            select request.id, coalesce(person.handle, '') as handle, request.role, request.change, request.reason,
                request.state, coalesce(asker.handle, '') as asked_by, request.asked_at,
                decider.handle as decided_by, request.decided_at, request.single_handed
            from identity.role_request as request
            join identity.person on person.id = request.person
            join identity.person as asker on asker.id = request.asked_by
            left join identity.person as decider on decider.id = request.decided_by
            """;

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when the same is asked for already. */
    boolean ask(long id, Wish wish, PersonId by, Instant at) {
        return jdbc.sql("""
                insert into identity.role_request (id, person, role, change, reason, asked_by, asked_at, state)
                values (:id, :person, :role, :change, :reason, :by, :at, 'open') on conflict do nothing
                """)
                        .param("id", id)
                        .param("person", wish.person().value())
                        .param("role", wish.role().code())
                        .param("change", wish.change().code())
                        .param("reason", wish.reason())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Returns an open request; its row is this transaction's. */
    Optional<Open> take(long id) {
        return jdbc.sql("""
                select person, role, change, reason, asked_by from identity.role_request
                where id = :id and state = 'open' for update
                """)
                .param("id", id)
                .query((row, number) -> new Open(
                        new Wish(
                                new PersonId(row.getLong("person")),
                                Code.parse(Role.class, row.getString("role")),
                                Code.parse(RoleRequest.Change.class, row.getString("change")),
                                row.getString("reason")),
                        new PersonId(row.getLong("asked_by"))))
                .optional();
    }

    void decide(long id, RoleRequest.State state, PersonId by, Instant at) {
        jdbc.sql("""
                update identity.role_request set state = :state, decided_by = :by, decided_at = :at,
                    single_handed = (asked_by = :by)
                where id = :id
                """)
                .param("state", state.code())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void grant(PersonId person, Role role) {
        jdbc.sql("""
                insert into identity.role (person, role)
                select id, :role from identity.person where id = :person and not erased on conflict do nothing
                """).param("role", role.code()).param("person", person.value()).update();
    }

    void revoke(PersonId person, Role role) {
        jdbc.sql("delete from identity.role where person = :person and role = :role")
                .param("person", person.value())
                .param("role", role.code())
                .update();
    }

    /** Returns how many operators there are; their rows are this transaction's, so that the number holds. */
    int operators() {
        return jdbc.sql("select person from identity.role where role = 'operator' order by person for update")
                .query(Long.class)
                .list()
                .size();
    }

    Optional<RoleRequest> find(long id) {
        return jdbc.sql(REQUESTS + " where request.id = :id")
                .param("id", id)
                .query(RoleStore::request)
                .optional();
    }

    List<RoleRequest> list(Paging paging) {
        return jdbc.sql(REQUESTS + " where request.id < :before order by request.id desc limit :rows")
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(RoleStore::request)
                .list();
    }

    /** Returns people by the beginning of their handle, the newest first; role {@code ""} is any. */
    List<Roled> people(String role, String handle, Paging paging) {
        return jdbc.sql("""
                select id, array(select role from identity.role where role.person = person.id order by role) as roles
                from identity.person
                where not erased and id < :before and starts_with(handle, :handle)
                    and (:role = '' or exists (
                        select from identity.role where role.person = person.id and role.role = :role))
                order by id desc limit :rows
                """)
                .param("before", paging.before())
                .param("handle", handle)
                .param("role", role)
                .param("rows", paging.rows())
                .query((row, number) -> new Roled(new PersonId(row.getLong("id")), List.of((String[])
                        row.getArray("roles").getArray())))
                .list();
    }

    private static RoleRequest request(ResultSet row, int number) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new RoleRequest(
                Long.toString(row.getLong("id")),
                row.getString("handle"),
                Code.parse(Role.class, row.getString("role")),
                Code.parse(RoleRequest.Change.class, row.getString("change")),
                row.getString("reason"),
                Code.parse(RoleRequest.State.class, row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getBoolean("single_handed"));
    }

    record Wish(PersonId person, Role role, RoleRequest.Change change, String reason) {}

    record Open(Wish wish, PersonId askedBy) {}

    record Roled(PersonId person, List<String> roles) {}
}
