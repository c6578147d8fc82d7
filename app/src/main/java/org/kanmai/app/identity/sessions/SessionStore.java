package org.kanmai.app.identity.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of sessions; one read brings all that a request needs to know of its sender. */
@Component
final class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Session> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                select session.person, session.expires_at, mapping.pseudonym, mapping.day, mapping.wrapped_key,
                    coalesce(consent.given, false) as profiled,
                    array(select role from identity.role where role.person = session.person) as roles
                from identity.session
                join identity.person on person.id = session.person and not person.erased
                left join identity.pseudonym as mapping on mapping.person = session.person and mapping.ended_at is null
                left join identity.consent on consent.person = session.person and consent.purpose = 'behaviour'
                where session.hash = :hash and session.expires_at > :now
                """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(SessionStore::session)
                .optional();
    }

    /** Adds a session; of one person's only the newest so many stay. */
    void add(byte[] hash, PersonId person, Instant expiresAt, int most) {
        jdbc.sql("insert into identity.session (hash, person, expires_at) values (:hash, :person, :expires)")
                .param("hash", hash)
                .param("person", person.value())
                .param("expires", Timestamp.from(expiresAt))
                .update();
        jdbc.sql("""
                delete from identity.session where hash in (
                    select hash from identity.session where person = :person order by expires_at desc offset :most)
                """).param("person", person.value()).param("most", most).update();
    }

    void extend(byte[] hash, Instant expiresAt) {
        jdbc.sql("update identity.session set expires_at = :expires where hash = :hash")
                .param("expires", Timestamp.from(expiresAt))
                .param("hash", hash)
                .update();
    }

    Optional<PersonId> delete(byte[] hash) {
        return jdbc.sql("delete from identity.session where hash = :hash returning person")
                .param("hash", hash)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .optional();
    }

    void deleteAll(PersonId person) {
        jdbc.sql("delete from identity.session where person = :person")
                .param("person", person.value())
                .update();
    }

    int expire(Instant now, int most) {
        return jdbc.sql("""
                delete from identity.session where hash in (
                    select hash from identity.session where expires_at <= :now limit :most)
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        return new Session(
                new PersonId(row.getLong("person")),
                roles((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("expires_at").toInstant(),
                day == null ? null : new Pseudonym(row.getLong("pseudonym")),
                day,
                day == null ? Binary.EMPTY : Binary.of(row.getBytes("wrapped_key")),
                row.getBoolean("profiled"));
    }

    private static Set<Role> roles(String[] codes) {
        return Arrays.stream(codes).map(code -> Code.parse(Role.class, code)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A living session and its person.
     *
     * @param day when the pseudonym began
     * @param wrappedKey of the pseudonym; empty when there is none
     */
    record Session(
            PersonId person,
            Set<Role> roles,
            Instant expiresAt,
            @Nullable Pseudonym pseudonym,
            @Nullable LocalDate day,
            Binary wrappedKey,
            boolean profiled) {}
}
