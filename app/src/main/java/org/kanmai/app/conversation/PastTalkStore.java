package org.kanmai.app.conversation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.conversation.PastTalk.Reaction;
import org.kanmai.app.conversation.PastTalk.Said;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps many reactions and comments at once: one statement each, and one for their counts. */
@Repository
class PastTalkStore {
    private final JdbcClient jdbc;

    PastTalkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row that counts what people of one stripe did to a work. */
    record Stripe(WorkId work, int stripe) implements Comparable<Stripe> {
        @Override
        public int compareTo(Stripe other) {
            return Comparator.comparingLong((Stripe each) -> each.work.value())
                    .thenComparingInt(Stripe::stripe)
                    .compare(this, other);
        }
    }

    /** Adds reactions; returns the ids of those that were not there. */
    Set<Long> react(List<Reaction> reactions) {
        return new HashSet<>(jdbc.sql("""
                insert into conversation.reaction (work, person, kind, id)
                select work, person, kind, id
                  from unnest(:works::bigint[], :people::bigint[], :kinds::text[], :ids::bigint[])
                       as wanted (work, person, kind, id)
                 order by work, person, kind
                    on conflict do nothing
                returning id
                """)
                .param(
                        "works",
                        all(reactions, each -> PastTalk.work(each.deed()).value(), Long[]::new))
                .param(
                        "people",
                        all(reactions, each -> PastTalk.author(each.deed()).value(), Long[]::new))
                .param(
                        "kinds",
                        all(reactions, each -> PastTalk.kind(each.engagement()).code(), String[]::new))
                .param("ids", all(reactions, Reaction::id, Long[]::new))
                .query(Long.class)
                .list());
    }

    void say(List<Said> said) {
        jdbc.sql("""
                insert into conversation.comment (id, work, author, text, mentions, at, shown)
                select id, work, author, text, '{}', at, true
                  from unnest(:ids::bigint[], :works::bigint[], :authors::bigint[], :texts::text[], :times::timestamptz[])
                       as wanted (id, work, author, text, at)
                """)
                .param("ids", all(said, Said::id, Long[]::new))
                .param("works", all(said, each -> PastTalk.work(each.deed()).value(), Long[]::new))
                .param("authors", all(said, each -> PastTalk.author(each.deed()).value(), Long[]::new))
                .param("texts", all(said, each -> each.text().strip(), String[]::new))
                .param("times", all(said, each -> each.deed().at().toString(), String[]::new))
                .update();
    }

    /** Adds to the counts, always in the order of their rows. */
    void count(SortedMap<Stripe, Reactions.Counted> counts) {
        jdbc.sql("""
                insert into conversation.stripe (work, stripe, likes, favourites, comments)
                select work, stripe, likes, favourites, comments
                  from unnest(:works::bigint[], :stripes::smallint[], :likes::bigint[], :favourites::bigint[],
                              :comments::bigint[])
                       as wanted (work, stripe, likes, favourites, comments)
                 order by work, stripe
                    on conflict (work, stripe) do update
                   set likes = stripe.likes + excluded.likes,
                       favourites = stripe.favourites + excluded.favourites,
                       comments = stripe.comments + excluded.comments
                """)
                .param("works", all(counts.keySet(), each -> each.work().value(), Long[]::new))
                .param("stripes", all(counts.keySet(), Stripe::stripe, Integer[]::new))
                .param("likes", all(counts.values(), Reactions.Counted::likes, Long[]::new))
                .param("favourites", all(counts.values(), Reactions.Counted::favourites, Long[]::new))
                .param("comments", all(counts.values(), Reactions.Counted::comments, Long[]::new))
                .update();
    }

    private static <R, T> T[] all(Collection<R> rows, Function<R, T> of, IntFunction<T[]> array) {
        return rows.stream().map(of).toArray(array);
    }
}
