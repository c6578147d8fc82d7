package org.kanmai.app.aftersales.returns;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.PartsBack;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReturnId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was done and said about wishes, and which units they claim. */
@Repository
class StepStore {
    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReturnId wish, Step step, @Nullable PersonId who) {
        jdbc.sql("""
                insert into aftersales.step (wish, place, state, side, who, words, at)
                select :wish, count(*), :state, :side, :who, :words, :at
                  from aftersales.step
                 where wish = :wish
                """)
                .param("wish", wish.value())
                .param("state", step.state().code())
                .param("side", step.side().code())
                .param("who", who == null ? null : who.value(), Types.BIGINT)
                .param("words", step.words())
                .param("at", Timestamp.from(step.at()))
                .update();
    }

    Map<ReturnId, List<Step>> of(Collection<ReturnId> wishes) {
        var steps = new HashMap<ReturnId, List<Step>>();
        jdbc.sql("""
                select wish, state, side, words, at
                  from aftersales.step
                 where wish = any (:wishes)
                 order by wish, place
                """)
                .param("wishes", wishes.stream().map(ReturnId::value).toArray(Long[]::new))
                .query((row, number) -> steps.computeIfAbsent(
                                new ReturnId(row.getLong("wish")), first -> new ArrayList<>())
                        .add(new Step(
                                Code.parse(Wish.State.class, row.getString("state")),
                                Code.parse(Step.Side.class, row.getString("side")),
                                row.getString("words"),
                                row.getTimestamp("at").toInstant())))
                .list();
        return steps;
    }

    /** Claims units of a line; false when others have claimed too many of them. */
    boolean claim(PartsBack.Units units, int ordered) {
        return jdbc.sql("""
                insert into aftersales.claim as held (orders, place, units, claimed)
                     values (:order, :place, :ordered, :count)
                on conflict (orders, place) do update
                        set claimed = held.claimed + excluded.claimed
                      where held.claimed + excluded.claimed <= held.units
                """)
                        .param("order", units.order().value())
                        .param("place", units.place())
                        .param("ordered", ordered)
                        .param("count", units.count())
                        .update()
                == 1;
    }

    void giveUp(PartsBack.Units units) {
        jdbc.sql("""
                update aftersales.claim
                   set claimed = claimed - :count
                 where orders = :order
                   and place = :place
                """)
                .param("order", units.order().value())
                .param("place", units.place())
                .param("count", units.count())
                .update();
    }

    /** Returns how many units of each line of an order are claimed, by its place. */
    Map<Integer, Integer> claimed(long order) {
        var claimed = new HashMap<Integer, Integer>();
        jdbc.sql("select place, claimed from aftersales.claim where orders = :order")
                .param("order", order)
                .query((row, number) -> claimed.put(row.getInt("place"), row.getInt("claimed")))
                .list();
        return claimed;
    }

    /** Takes an erased person's words and name out. */
    void erase(PersonId person) {
        jdbc.sql("""
                update aftersales.step
                   set words = '', who = null
                 where who = :person
                """).param("person", person.value()).update();
    }
}
