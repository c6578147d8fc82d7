package org.kanmai.app.conversation.muted;

import java.util.List;
import java.util.Set;
import org.kanmai.app.content.words.Tag;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of muted tags. */
@Repository
class MutedTagStore {
    private final JdbcClient jdbc;
    private final Ids ids;

    MutedTagStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Makes others who mute for the same person wait until this transaction ends. */
    void lock(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('muted tags of ' || :person, 0))")
                .param("person", person.toString())
                .query((row, number) -> number)
                .list();
    }

    Set<String> of(PersonId person) {
        return Set.copyOf(jdbc.sql("""
                select tag
                  from conversation.muted_tag
                 where person = :person
                """)
                .param("person", person.value())
                .query((row, number) -> row.getString("tag"))
                .list());
    }

    List<String> latest(PersonId person) {
        return jdbc.sql("""
                select tag
                  from conversation.muted_tag
                 where person = :person
                 order by id desc
                """)
                .param("person", person.value())
                .query((row, number) -> row.getString("tag"))
                .list();
    }

    void add(PersonId person, Tag tag) {
        jdbc.sql("""
                insert into conversation.muted_tag (person, tag, id)
                     values (:person, :tag, :id)
                """)
                .param("person", person.value())
                .param("tag", tag.name())
                .param("id", ids.next())
                .update();
    }

    void remove(PersonId person, Tag tag) {
        jdbc.sql("""
                delete from conversation.muted_tag
                 where person = :person
                   and tag = :tag
                """).param("person", person.value()).param("tag", tag.name()).update();
    }

    void removeAll(PersonId person) {
        jdbc.sql("delete from conversation.muted_tag where person = :person")
                .param("person", person.value())
                .update();
    }
}
