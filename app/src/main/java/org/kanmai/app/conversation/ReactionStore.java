package org.kanmai.app.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who reacted to which work, and the counts. */
@Component
class ReactionStore {
    private static final int STRIPES = 17;

    private final JdbcClient jdbc;
    private final Ids ids;

    ReactionStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A work in a person's list, by the id of the reaction. */
    record Kept(long id, WorkId work) {}

    /** Adds a reaction; false when it was there. */
    boolean add(WorkId work, PersonId person, ReactionKind kind) {
        return jdbc.sql("""
                insert into conversation.reaction (work, person, kind, id)
                values (:work, :person, :kind, :id)
                    on conflict do nothing
                """)
                        .param("work", work.value())
                        .param("person", person.value())
                        .param("kind", kind.code())
                        .param("id", ids.next())
                        .update()
                == 1;
    }

    /** Removes a reaction; false when it was not there. */
    boolean remove(WorkId work, PersonId person, ReactionKind kind) {
        return jdbc.sql("""
                delete from conversation.reaction
                 where work = :work
                   and person = :person
                   and kind = :kind
                """)
                        .param("work", work.value())
                        .param("person", person.value())
                        .param("kind", kind.code())
                        .update()
                == 1;
    }

    /** Counts what a person did, on the row of the person's stripe: people of other stripes do not wait. */
    void count(WorkId work, PersonId person, Reactions.Counted by) {
        if (!add(work, person, by)) {
            begin(work, person);
            add(work, person, by);
        }
    }

    private boolean add(WorkId work, PersonId person, Reactions.Counted by) {
        return jdbc.sql("""
                update conversation.stripe
                   set likes = likes + :likes, favourites = favourites + :favourites, comments = comments + :comments
                 where work = :work
                   and stripe = :stripe
                """)
                        .param("likes", by.likes())
                        .param("favourites", by.favourites())
                        .param("comments", by.comments())
                        .param("work", work.value())
                        .param("stripe", stripe(person))
                        .update()
                == 1;
    }

    private void begin(WorkId work, PersonId person) {
        jdbc.sql("""
                insert into conversation.stripe (work, stripe)
                values (:work, :stripe)
                    on conflict do nothing
                """)
                .param("work", work.value())
                .param("stripe", stripe(person))
                .update();
    }

    /** A prime number of stripes spreads ids, whose last bits count within a millisecond and are mostly 0. */
    static int stripe(PersonId person) {
        return (int) (person.value() % STRIPES);
    }

    Map<WorkId, Reactions.Counted> counts(Collection<WorkId> works) {
        return jdbc
                .sql("""
                select work, sum(likes) as likes, sum(favourites) as favourites, sum(comments) as comments
                  from conversation.stripe
                 where work = any (:works)
                 group by work
                """)
                .param("works", values(works))
                .query((row, number) -> Map.entry(
                        new WorkId(row.getLong("work")),
                        new Reactions.Counted(
                                row.getLong("likes"), row.getLong("favourites"), row.getLong("comments"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<WorkId, Reactions.Mine> mine(PersonId person, Collection<WorkId> works) {
        return jdbc
                .sql("""
                select work, bool_or(kind = 'like') as liked, bool_or(kind = 'favourite') as favourited
                  from conversation.reaction
                 where person = :person
                   and work = any (:works)
                 group by work
                """)
                .param("person", person.value())
                .param("works", values(works))
                .query((row, number) -> Map.entry(
                        new WorkId(row.getLong("work")),
                        new Reactions.Mine(row.getBoolean("liked"), row.getBoolean("favourited"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns what a person reacted to in one way, the latest first. */
    List<Kept> of(PersonId person, ReactionKind kind, Paging paging) {
        return jdbc.sql("""
                select id, work
                  from conversation.reaction
                 where person = :person
                   and kind = :kind
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("person", person.value())
                .param("kind", kind.code())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Kept(row.getLong("id"), new WorkId(row.getLong("work"))))
                .list();
    }

    /** Removes an erased person's reactions and corrects the counts. */
    void erase(PersonId person) {
        jdbc.sql("""
                with gone as (
                         delete from conversation.reaction
                          where person = :person
                         returning work, kind),
                     sums as (
                         select work,
                                count(*) filter (where kind = 'like') as likes,
                                count(*) filter (where kind = 'favourite') as favourites
                           from gone
                          group by work)
                update conversation.stripe
                   set likes = stripe.likes - sums.likes, favourites = stripe.favourites - sums.favourites
                  from sums
                 where stripe.work = sums.work
                   and stripe.stripe = :stripe
                """)
                .param("person", person.value())
                .param("stripe", stripe(person))
                .update();
    }

    private static Long[] values(Collection<WorkId> works) {
        return works.stream().map(WorkId::value).toArray(Long[]::new);
    }
}
