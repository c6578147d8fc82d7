package org.kanmai.app.affiliate.sales;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;

/** Tells by what a person earned of orders. */
@Component
public class EarnedBy {
    private static final int AT_ONCE = 1_000;

    private final CommissionStore store;

    EarnedBy(CommissionStore store) {
        this.store = store;
    }

    /** By what. */
    public enum How implements Code {
        /** A work of one's own sold it. */
        WORK,
        /** A live room of one's own did. */
        ROOM,
        /** A creator whose agency one is did. */
        AGENCY
    }

    /** Returns what a person earns of each order at the price that it had in the end, by how; nothing of those that earned nothing. */
    public Map<OrderId, Map<How, Money>> how(PersonId person, Collection<OrderId> orders) {
        var hows = new HashMap<OrderId, Map<How, Money>>();
        var left = new ArrayList<>(orders);
        for (int from = 0; from < left.size(); from += AT_ONCE) {
            var some = List.copyOf(left.subList(from, Math.min(left.size(), from + AT_ONCE)));
            store.of(some).forEach(each -> add(hows, person, each));
        }
        return hows;
    }

    private static void add(Map<OrderId, Map<How, Money>> hows, PersonId person, Commission each) {
        var of = hows.computeIfAbsent(each.order(), first -> new EnumMap<>(How.class));
        if (each.creator().equals(person)) {
            of.merge(
                    each.shown().kind() == SubjectKind.ROOM ? How.ROOM : How.WORK,
                    each.split().creator(),
                    Money::plus);
        }
        if (person.equals(each.agency())) {
            of.merge(How.AGENCY, each.split().agency(), Money::plus);
        }
    }
}
