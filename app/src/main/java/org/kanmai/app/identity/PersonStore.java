package org.kanmai.app.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.web.Role;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows of people, follows and blocks. */
@Component
final class PersonStore {
    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PersonId, Person> find(Collection<PersonId> people) {
        return jdbc.sql("""
                        select id, handle, name, bio, avatar from identity.person
                        where id = any(:people) and not erased
                        """).param("people", values(people)).query(PersonStore::person).list().stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    Optional<Person> byHandle(String handle) {
        return jdbc.sql("select id, handle, name, bio, avatar from identity.person where handle = :handle")
                .param("handle", handle)
                .query(PersonStore::person)
                .optional();
    }

    boolean has(PersonId person, Role role) {
        return jdbc.sql("select exists (select 1 from identity.role where person = :person and role = :role) as has")
                .param("person", person.value())
                .param("role", role.code())
                .query((row, number) -> row.getBoolean("has"))
                .single();
    }

    List<PersonId> having(Role role, int limit) {
        return jdbc.sql("select person from identity.role where role = :role order by person limit :limit")
                .param("role", role.code())
                .param("limit", limit)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .list();
    }

    List<PersonId> followed(PersonId viewer, int limit) {
        return jdbc.sql("""
                select followed from identity.follow where follower = :viewer
                order by id desc limit :limit
                """)
                .param("viewer", viewer.value())
                .param("limit", limit)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .list();
    }

    List<People.Fan> fans(PersonId person, long before, int limit) {
        return jdbc.sql("""
                select id, follower from identity.follow where followed = :person and id < :before
                order by id desc limit :limit
                """)
                .param("person", person.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new People.Fan(new PersonId(row.getLong("follower")), row.getLong("id")))
                .list();
    }

    long followers(PersonId person) {
        return jdbc.sql("select count(*) from identity.follow where followed = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    boolean verified(PersonId person) {
        return jdbc.sql("select exists (select 1 from identity.verification where person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    Set<PersonId> followedAmong(PersonId viewer, Collection<PersonId> people) {
        return jdbc.sql("""
                select followed from identity.follow where follower = :viewer and followed = any(:people)
                """)
                .param("viewer", viewer.value())
                .param("people", values(people))
                .query((row, number) -> new PersonId(row.getLong(1)))
                .set();
    }

    Set<PersonId> blocked(PersonId viewer, int limit) {
        return jdbc.sql("""
                select other from (
                    select blocked as other, 0 as turn from identity.block where blocker = :viewer
                    union all
                    select blocker, 1 from identity.block where blocked = :viewer
                ) as either order by turn limit :limit
                """)
                .param("viewer", viewer.value())
                .param("limit", limit)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .set();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        long avatar = row.getLong("avatar");
        var address = row.wasNull() ? null : "/avatars/" + id + "/" + avatar;
        return new Person(
                new PersonId(id), row.getString("handle"), row.getString("name"), row.getString("bio"), address);
    }

    private static Long[] values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Long[]::new);
    }
}
