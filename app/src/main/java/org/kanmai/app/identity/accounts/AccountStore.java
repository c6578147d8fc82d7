package org.kanmai.app.identity.accounts;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of people, their password hashes and their first roles. */
@Component
final class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when another has the handle; of two who ask at once, one gets it. */
    boolean add(PersonId person, String handle, String name) {
        return jdbc.sql("""
                insert into identity.person (id, handle, name, bio) values (:id, :handle, :name, '')
                on conflict (handle) do nothing
                """)
                        .param("id", person.value())
                        .param("handle", handle)
                        .param("name", name)
                        .update()
                == 1;
    }

    void addRoles(PersonId person, Set<Role> roles) {
        jdbc.sql("insert into identity.role (person, role) select :person, unnest(:roles::text[])")
                .param("person", person.value())
                .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
                .update();
    }

    Set<Role> roles(PersonId person) {
        List<Role> roles = jdbc.sql("select role from identity.role where person = :person")
                .param("person", person.value())
                .query((row, number) -> Code.parse(Role.class, row.getString(1)))
                .list();
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }

    void keepPassword(PersonId person, String hash) {
        jdbc.sql("""
                insert into identity.credential (person, hash) values (:person, :hash)
                on conflict (person) do update set hash = excluded.hash
                """).param("person", person.value()).param("hash", hash).update();
    }

    Optional<Credential> credential(String handle) {
        return jdbc.sql("""
                select credential.person, credential.hash from identity.credential
                join identity.person on person.id = credential.person
                where person.handle = :handle
                """)
                .param("handle", handle)
                .query((row, number) -> new Credential(new PersonId(row.getLong(1)), row.getString(2)))
                .optional();
    }

    void rename(PersonId person, String name) {
        jdbc.sql("update identity.person set name = :name where id = :person and not erased")
                .param("name", name)
                .param("person", person.value())
                .update();
    }

    void describe(PersonId person, String bio) {
        jdbc.sql("update identity.person set bio = :bio where id = :person and not erased")
                .param("bio", bio)
                .param("person", person.value())
                .update();
    }

    record Credential(PersonId person, String hash) {

        @Override
        public String toString() {
            return "Credential[person=" + person + "]";
        }
    }
}
