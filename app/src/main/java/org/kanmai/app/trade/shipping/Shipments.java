package org.kanmai.app.trade.shipping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Orders;
import org.kanmai.app.trade.parcels.Parcels;
import org.kanmai.app.trade.shipping.ShipmentFile.Line;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends all orders of a file, or none: each line has its own report. */
@Component
class Shipments {
    private final OrderBook book;
    private final Orders orders;
    private final Parcels parcels;
    private final TransactionOperations transactions;

    Shipments(OrderBook book, Orders orders, Parcels parcels, TransactionOperations transactions) {
        this.book = book;
        this.orders = orders;
        this.parcels = parcels;
        this.transactions = transactions;
    }

    /** How a line fares. */
    enum Outcome implements Code {
        /** It is sent, or would be if all others were in order. */
        SENT,
        /** It was sent just so before. */
        ALREADY,
        NO_SUCH_ORDER,
        /** It is not waiting to be sent. */
        NOT_WAITING,
        /** Another line names the same order. */
        TWICE,
        BAD_CARRIER,
        BAD_NUMBER,
        /** The number brings somebody else's parcel, or was delivered before. */
        NUMBER_TAKEN,
        /** Somebody moved the order meanwhile. */
        OVERTAKEN;

        boolean isFine() {
            return this == SENT || this == ALREADY;
        }
    }

    /** One line's report. */
    record Reported(int line, String order, Outcome outcome) {}

    /** What became of a file: {@code sent} orders, which is all or none. */
    record Report(boolean done, int sent, List<Reported> lines) {
        Report {
            lines = List.copyOf(lines);
        }
    }

    /** A line that could not be sent after all. */
    private static final class Overtaken extends RuntimeException {
        private final transient Line line;

        Overtaken(Line line, Refusal why) {
            super(why);
            this.line = line;
        }
    }

    Report send(ShopId shop, List<Line> lines) {
        var outcomes = outcomes(shop, lines);
        if (!outcomes.values().stream().allMatch(Outcome::isFine)) {
            return report(lines, outcomes, 0);
        }
        var due = lines.stream()
                .filter(line -> outcomes.get(line) == Outcome.SENT)
                .sorted(Comparator.comparingLong(line -> line.id().orElseThrow().value()))
                .toList();
        try {
            transactions.executeWithoutResult(status -> due.forEach(this::ship));
        } catch (Overtaken late) {
            outcomes.put(late.line, Outcome.OVERTAKEN);
            return report(lines, outcomes, 0);
        }
        return report(lines, outcomes, due.size());
    }

    private void ship(Line line) {
        try {
            orders.ship(line.id().orElseThrow(), line.sent());
        } catch (Refusal refused) {
            throw new Overtaken(line, refused);
        }
    }

    private static Report report(List<Line> lines, Map<Line, Outcome> outcomes, int sent) {
        var reported = lines.stream()
                .map(line -> new Reported(line.number(), line.order(), outcomes.getOrDefault(line, Outcome.SENT)))
                .toList();
        return new Report(reported.stream().allMatch(each -> each.outcome().isFine()), sent, reported);
    }

    private Map<Line, Outcome> outcomes(ShopId shop, List<Line> lines) {
        var found = new HashMap<OrderId, OrderRow>();
        var ids = new ArrayList<OrderId>();
        lines.forEach(line -> line.id().ifPresent(ids::add));
        book.find(ids).stream()
                .filter(order -> order.shop().equals(shop))
                .forEach(order -> found.put(order.id(), order));
        var seen = new HashSet<OrderId>();
        var outcomes = new HashMap<Line, Outcome>();
        for (var line : lines) {
            var order = line.id().map(found::get);
            outcomes.put(
                    line,
                    order.isEmpty()
                            ? Outcome.NO_SUCH_ORDER
                            : seen.add(order.get().id()) ? outcome(line, order.get()) : Outcome.TWICE);
        }
        return outcomes;
    }

    private Outcome outcome(Line line, OrderRow order) {
        if (!line.hasCarrier()) {
            return Outcome.BAD_CARRIER;
        }
        if (!line.hasNumber()) {
            return Outcome.BAD_NUMBER;
        }
        if (line.sent().equals(order.parcel())) {
            return Outcome.ALREADY;
        }
        if (order.state() != OrderRow.State.PAID) {
            return Outcome.NOT_WAITING;
        }
        return parcels.isFree(line.sent(), order.shop(), order.buyer()) ? Outcome.SENT : Outcome.NUMBER_TAKEN;
    }
}
