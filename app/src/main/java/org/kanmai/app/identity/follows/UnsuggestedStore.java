package org.kanmai.app.identity.follows;

import java.util.Set;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of people who are suggested to somebody no more. */
@Component
final class UnsuggestedStore {
    private final JdbcClient jdbc;
    private final Ids ids;

    UnsuggestedStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    Set<PersonId> of(PersonId person, int limit) {
        return jdbc.sql("select other from identity.unsuggested where person = :person order by id desc limit :limit")
                .param("person", person.value())
                .param("limit", limit)
                .query((row, number) -> new PersonId(row.getLong("other")))
                .set();
    }

    void add(PersonId person, PersonId other) {
        jdbc.sql("""
                insert into identity.unsuggested (person, other, id) values (:person, :other, :id)
                on conflict (person, other) do nothing
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("id", ids.next())
                .update();
    }

    void keepLatest(PersonId person, int most) {
        jdbc.sql("""
                delete from identity.unsuggested
                 where person = :person
                   and id in (select id from identity.unsuggested where person = :person order by id desc offset :most)
                """).param("person", person.value()).param("most", most).update();
    }

    void remove(PersonId person, PersonId other) {
        jdbc.sql("delete from identity.unsuggested where person = :person and other = :other")
                .param("person", person.value())
                .param("other", other.value())
                .update();
    }

    void removeAll(PersonId person) {
        jdbc.sql("delete from identity.unsuggested where person = :person or other = :person")
                .param("person", person.value())
                .update();
    }
}
