package org.kanmai.app.affiliate.statements;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kanmai.app.affiliate.sales.EarnedBy;
import org.kanmai.app.affiliate.sales.EarnedBy.How;
import org.kanmai.app.affiliate.statements.Statement.Line;
import org.kanmai.app.affiliate.statements.Statement.What;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Movement;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Sorts a person's movements by kind of income (CR-03). */
@Component
class Income {
    private final EarnedBy earned;

    Income(EarnedBy earned) {
        this.earned = earned;
    }

    /** Returns what came and went by kind; what only became free is no income. */
    List<Line> lines(PersonId person, List<Movement> moved) {
        var hows = earned.how(person, orders(moved));
        var lines = new EnumMap<What, Line>(What.class);
        for (var each : moved) {
            switch (each.kind()) {
                case SALE -> earned(each, hows).forEach((how, amount) -> add(lines, what(how), amount));
                case REFUND -> add(lines, What.COMMISSIONS_BACK, each.amount());
                case PAYOUT -> add(lines, What.PAYOUTS, each.amount());
                case GIFT -> add(lines, What.GIFTS, each.amount());
                case COMPENSATION -> add(lines, What.COMPENSATIONS, each.amount());
                case PAYMENT, RELEASE, RETURN, BROUGHT, ADJUSTMENT -> {}
            }
        }
        lines.values().removeIf(line -> line.amount().isZero());
        return List.copyOf(lines.values());
    }

    private static Collection<OrderId> orders(List<Movement> moved) {
        return moved.stream()
                .filter(each -> each.kind() == Entry.Kind.SALE)
                .map(each -> new OrderId(each.subject()))
                .collect(Collectors.toSet());
    }

    /** A sale that is of several kinds is shared out as what is left of it; the price of a group may have fallen since. */
    private static Map<How, Money> earned(Movement sale, Map<OrderId, Map<How, Money>> hows) {
        var left = hows.getOrDefault(new OrderId(sale.subject()), Map.of());
        if (left.values().stream().allMatch(Money::isZero)) {
            return Map.of(left.keySet().stream().findFirst().orElse(How.WORK), sale.amount());
        }
        var kinds = List.copyOf(left.keySet());
        var parts = sale.amount()
                .split(kinds.stream().mapToLong(kind -> minor(left, kind)).toArray());
        return IntStream.range(0, kinds.size()).boxed().collect(Collectors.toMap(kinds::get, parts::get));
    }

    private static long minor(Map<How, Money> left, How kind) {
        return Objects.requireNonNull(left.get(kind)).minor();
    }

    private static What what(How how) {
        return switch (how) {
            case WORK -> What.WORK_SALES;
            case ROOM -> What.ROOM_SALES;
            case AGENCY -> What.CREATORS_SALES;
        };
    }

    private static void add(Map<What, Line> lines, What what, Money amount) {
        lines.merge(
                what,
                new Line(what, amount, 1),
                (before, more) -> new Line(what, before.amount().plus(amount), before.entries() + 1));
    }
}
