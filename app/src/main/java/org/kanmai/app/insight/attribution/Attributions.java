package org.kanmai.app.insight.attribution;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Works;
import org.kanmai.app.insight.attribution.Attribution.By;
import org.kanmai.app.insight.attribution.Attribution.Row;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.funnel.Sight;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.trade.orders.Lead;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Credits the paid orders of some days: their money from the orders themselves, what came before them from the lake. */
@Component
class Attributions {
    static final String OTHERS = "others";
    private static final int MOST_ORDERS = 2_000;
    private static final int MOST_ROWS = 100;

    private final OrderBook orders;
    private final Lake lake;
    private final Freshness freshness;
    private final Works works;

    Attributions(OrderBook orders, Lake lake, Freshness freshness, Works works) {
        this.orders = orders;
        this.lake = lake;
        this.freshness = freshness;
        this.works = works;
    }

    private record Sold(OrderLine line, Instant at) {}

    /** Returns who is credited for orders of a shop, or of all. */
    Attribution of(@Nullable ShopId shop, Sight sight, Period period, By by) {
        var asOf = freshness.now();
        var rows = orders.paid(shop, period.start(), period.end(), MOST_ORDERS);
        var sold = rows.stream()
                .flatMap(order -> order.lines().stream()
                        .map(line -> new Sold(line, order.moments().placed())))
                .toList();
        var credited = sold.isEmpty()
                ? List.<Credited>of()
                : lake.ask(
                        period.start()
                                .minus(Touches.WINDOW)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate(),
                        facts -> credit(new Touches(facts, sight, by, period.start()), sold, by));
        return new Attribution(
                asOf,
                period.from(),
                period.to(),
                by,
                sold.size(),
                rows.size() == MOST_ORDERS,
                totals(sold),
                titled(rows(credited), by));
    }

    private record Credited(String channel, AttributionModel model, Money amount) {}

    private static List<Credited> credit(Touches touches, List<Sold> sold, By by) throws SQLException {
        var worth = touches.worth();
        var led = new ArrayList<Integer>();
        var asked = new ArrayList<Touches.Asked>();
        for (int place = 0; place < sold.size(); place++) {
            var lead = sold.get(place).line.lead();
            if (lead != null) {
                led.add(place);
                asked.add(new Touches.Asked(
                        lead.pseudonym().value(),
                        sold.get(place).line.product().id().value(),
                        sold.get(place).at));
            }
        }
        var found = touches.of(asked);
        var byPlace = new LinkedHashMap<Integer, List<Touch>>();
        found.forEach((place, some) -> byPlace.put(led.get(place), some));
        var credited = new ArrayList<Credited>();
        for (int place = 0; place < sold.size(); place++) {
            var journey = journey(sold.get(place), byPlace.getOrDefault(place, List.of()), by);
            for (var model : AttributionModel.values()) {
                credited.addAll(credit(journey, model, worth));
            }
        }
        return credited;
    }

    private static List<Credited> credit(Journey journey, AttributionModel model, Worth worth) {
        var credits = model.credits(journey, worth);
        var credited = new ArrayList<Credited>();
        for (int place = 0; place < credits.size(); place++) {
            credited.add(new Credited(journey.touches().get(place).channel(), model, credits.get(place)));
        }
        return credited;
    }

    /** What the lake has not seen yet, or was shorter than a touch: the order's own lead stands for it. */
    private static Journey journey(Sold sold, List<Touch> found, By by) {
        var touches = found.isEmpty() ? List.of(new Touch(channel(sold.line.lead(), by), sold.at)) : found;
        return new Journey(sold.line.paid(), sold.at, touches);
    }

    private static String channel(@Nullable Lead lead, By by) {
        if (lead == null) {
            return Touch.DIRECT;
        }
        var shown = lead.shown();
        return switch (by) {
            case SOURCE -> lead.source().code();
            case WORK -> shown != null && shown.kind() == SubjectKind.WORK ? Long.toString(shown.id()) : Touch.DIRECT;
        };
    }

    private static List<Money> totals(List<Sold> sold) {
        return List.copyOf(sold.stream()
                .map(each -> each.line.paid())
                .collect(Collectors.toMap(Money::currency, each -> each, Money::plus, LinkedHashMap::new))
                .values());
    }

    private record Key(Currency currency, String channel) {}

    /** The channels with most by the last touch, and all others together, so that every column sums to the whole. */
    private static List<Row> rows(Collection<Credited> credited) {
        var byKey = new LinkedHashMap<Key, Map<String, Money>>();
        for (var each : credited) {
            add(byKey, new Key(each.amount.currency(), each.channel), each.model.code(), each.amount);
        }
        var largest = byKey.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Key, Map<String, Money>> each) -> last(each.getValue()))
                        .reversed())
                .map(Map.Entry::getKey)
                .limit(MOST_ROWS)
                .collect(Collectors.toSet());
        var shown = new LinkedHashMap<Key, Map<String, Money>>();
        byKey.forEach((key, credits) -> {
            var kept = largest.contains(key) ? key : new Key(key.currency, OTHERS);
            credits.forEach((model, amount) -> add(shown, kept, model, amount));
        });
        return shown.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Key, Map<String, Money>> each) -> last(each.getValue()))
                        .reversed())
                .map(each -> new Row(each.getKey().channel, null, each.getValue()))
                .toList();
    }

    private static void add(Map<Key, Map<String, Money>> sums, Key key, String model, Money amount) {
        sums.computeIfAbsent(key, first -> new LinkedHashMap<>()).merge(model, amount, Money::plus);
    }

    private static long last(Map<String, Money> credits) {
        var last = credits.get(AttributionModel.LAST.code());
        return last == null ? 0 : last.minor();
    }

    private List<Row> titled(List<Row> rows, By by) {
        if (by == By.SOURCE) {
            return rows;
        }
        var ids = rows.stream()
                .map(Row::channel)
                .filter(channel -> channel.matches("[0-9]+"))
                .map(channel -> new WorkId(Long.parseLong(channel)))
                .toList();
        var titles = works.titles(ids).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
        return rows.stream()
                .map(row -> new Row(row.channel(), titles.get(row.channel()), row.credits()))
                .toList();
    }
}
