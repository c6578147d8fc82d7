package org.kanmai.app.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes the lines of inboxes and what each is made of. */
@Repository
class NoticeStore {
    /** The most parts that a line is made of; the oldest beyond it are no longer counted. */
    static final int MOST_PARTS = 1_000;

    private static final String LOCK = "hashtextextended('notices are sorted', 0)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;

    NoticeStore(JdbcClient jdbc, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /** Makes this transaction the only one that sorts; false while another is. */
    boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(" + LOCK + ")")
                .query(Boolean.class)
                .single();
    }

    /** Waits until nobody sorts, and keeps it so until the transaction ends. */
    void stopSorting() {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")")
                .query((row, number) -> number)
                .list();
    }

    /** Adds a part that is in no line yet; false when the person was told of it before. */
    boolean addPart(Telling telling, Instant at) {
        return jdbc.sql("""
                insert into notices.part (person, key, actor, at)
                     values (:person, :key, :actor, :at)
                on conflict do nothing
                """)
                        .param("person", telling.person().value())
                        .param("key", telling.key())
                        .param(
                                "actor",
                                telling.actor() == null ? null : telling.actor().value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Brings a line to the top again, unread; empty when there is none of this fold. */
    OptionalLong raise(Telling telling, Instant at) {
        return jdbc.sql("""
                update notices.notice
                   set place = :place, at = :at, read = false
                 where person = :person
                   and fold = :fold
                returning id
                """)
                .param("place", ids.next())
                .param("at", Timestamp.from(at))
                .param("person", telling.person().value())
                .param("fold", telling.fold())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    long add(Telling telling, Instant at) {
        long id = ids.next();
        jdbc.sql("""
                insert into notices.notice
                       (id, person, purpose, kind, subject_kind, subject, arguments, fold, place, made_at, at)
                values (:id, :person, :purpose, :kind, :subjectKind, :subject, :arguments::jsonb, :fold, :id, :at, :at)
                """)
                .param("id", id)
                .param("person", telling.person().value())
                .param("purpose", telling.kind().purpose().code())
                .param("kind", telling.kind().code())
                .param("subjectKind", telling.subject().kind().code())
                .param("subject", telling.subject().id())
                .param("arguments", json.writeValueAsString(telling.arguments()))
                .param("fold", telling.fold())
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    void putInto(long notice, Telling telling) {
        jdbc.sql("update notices.part set notice = :notice where person = :person and key = :key")
                .param("notice", notice)
                .param("person", telling.person().value())
                .param("key", telling.key())
                .update();
    }

    /** Forgets the oldest parts of a line that has too many. */
    void trim(long notice) {
        jdbc.sql("""
                delete from notices.part
                 where notice = :notice
                   and at < (select at from notices.part where notice = :notice order by at desc offset :most limit 1)
                """).param("notice", notice).param("most", MOST_PARTS - 1).update();
    }

    /** Returns how many lines of some purposes began since an instant, those left out that stand for others. */
    int since(PersonId person, Set<NoticePurpose> purposes, Instant since) {
        return jdbc.sql("""
                select count(*)
                  from notices.notice
                 where person = :person
                   and made_at > :since
                   and purpose = any(:purposes)
                   and kind <> 'more'
                """)
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .param("purposes", codes(purposes))
                .query(Integer.class)
                .single();
    }

    /** Takes a person out of everybody's inbox, and away with their own. */
    void erase(PersonId person) {
        jdbc.sql("delete from notices.notice where person = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("delete from notices.part where person = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("""
                with gone as (
                         delete from notices.part
                          where actor = :person
                         returning notice, key, person)
                delete from notices.notice
                 where id in (select notice from gone)
                   and not exists (select 1
                                     from notices.part
                                    where part.notice = notice.id
                                      and part.actor is distinct from :person)
                """).param("person", person.value()).update();
    }

    /** Deletes what is older than an instant, at most so many lines. */
    int deleteBefore(Instant at, int most) {
        jdbc.sql("""
                delete from notices.part
                 where (person, key) in (select person, key from notices.part where notice is null and at < :at limit :most)
                """).param("at", Timestamp.from(at)).param("most", most).update();
        return jdbc.sql("""
                delete from notices.notice
                 where id in (select id from notices.notice where at < :at order by at limit :most)
                """).param("at", Timestamp.from(at)).param("most", most).update();
    }

    /** Deletes the oldest lines of inboxes that hold more than so many. */
    int deleteBeyond(int kept, int people) {
        return jdbc.sql("""
                delete from notices.notice
                 using (select person
                          from notices.notice
                         group by person
                        having count(*) > :kept
                         limit :people) full_one
                 where notice.person = full_one.person
                   and notice.place <= (select place
                                          from notices.notice each
                                         where each.person = full_one.person
                                         order by place desc
                                        offset :kept
                                         limit 1)
                """).param("kept", kept).param("people", people).update();
    }

    private static String[] codes(Set<NoticePurpose> purposes) {
        return purposes.stream().map(NoticePurpose::code).toArray(String[]::new);
    }
}
