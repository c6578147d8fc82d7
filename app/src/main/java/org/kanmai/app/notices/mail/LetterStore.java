package org.kanmai.app.notices.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that wait to be sent. */
@Repository
class LetterStore {
    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter in the hands of one process; {@code tries} counts this one. */
    record Row(long id, PersonId person, NoticePurpose purpose, String kind, int tries) {}

    /** Adds letters for those who have a confirmed address, as long as not too many wait for one of them. */
    void add(List<Long> ids, List<Letters.Letter> letters, int most) {
        jdbc.sql("""
                insert into notices.letter (id, person, purpose, kind, due_at)
                select id, person, purpose, kind, due
                  from (select letter.id, person, letter.purpose, letter.kind, letter.due::timestamptz,
                               row_number() over (partition by person order by letter.id) as number
                          from unnest(:ids::bigint[], :people::bigint[], :purposes::text[], :kinds::text[], :dues::text[])
                               as letter (id, person, purpose, kind, due)
                          join notices.address using (person)
                         where address.confirmed) added
                 where number + (select count(*) from notices.letter where letter.person = added.person) <= :most
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param(
                        "people",
                        letters.stream().map(letter -> letter.person().value()).toArray(Long[]::new))
                .param("purposes", texts(letters, letter -> letter.purpose().code()))
                .param("kinds", texts(letters, Letters.Letter::kind))
                .param("dues", texts(letters, letter -> letter.due().toString()))
                .param("most", most)
                .update();
    }

    private static String[] texts(List<Letters.Letter> letters, Function<Letters.Letter, String> of) {
        return letters.stream().map(of).toArray(String[]::new);
    }

    /** Takes letters that are due until an instant, when they come back by themselves if nobody says what became of them. */
    List<Row> take(Instant now, Instant until, int limit) {
        return jdbc.sql("""
                update notices.letter
                   set tries = tries + 1, due_at = :until
                 where id in (select id
                                from notices.letter
                               where due_at <= :now
                               order by due_at
                               limit :limit
                                 for update skip locked)
                returning id, person, purpose, kind, tries
                """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new PersonId(row.getLong("person")),
                        Code.parse(NoticePurpose.class, row.getString("purpose")),
                        row.getString("kind"),
                        row.getInt("tries")))
                .list();
    }

    void again(long id, Instant due) {
        jdbc.sql("update notices.letter set due_at = :due where id = :id")
                .param("id", id)
                .param("due", Timestamp.from(due))
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from notices.letter where id = :id").param("id", id).update();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from notices.letter where person = :person")
                .param("person", person.value())
                .update();
    }
}
