package org.kanmai.simulator.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.town.ranker.Aim;

/**
 * What weights of heads lead to (TD-27): watching, content, turnover and equality of creators, each the better the more, Gini the less.
 */
final class Front {
    private static final int NAME = 30;
    private static final int COLUMN = 17;

    /** An aim that was tried. */
    record Point(String name, Aim aim, List<Yield> yields) {
        Point {
            yields = List.copyOf(yields);
        }

        double mean(ToDoubleFunction<Yield> value) {
            return yields.stream().mapToDouble(value).average().orElse(0);
        }
    }

    private static final List<ToDoubleFunction<Yield>> GOALS = List.of(
            RankerTable::minutes,
            Yield::satisfaction,
            Yield::turnover,
            each -> -each.figures().gini());

    private final List<Point> points;
    private final Tongue tongue;

    Front(List<Point> points, Tongue tongue) {
        this.points = List.copyOf(points);
        this.tongue = tongue;
    }

    /** Returns the aims that are tried: from watching to selling, and with terms for kinds of works and for breadth. */
    static Map<String, Aim> aims(Aim policy) {
        var rule = policy.rule();
        var aims = new LinkedHashMap<String, Aim>();
        aims.put("policy", policy);
        aims.put("watching", policy.with(Map.of("watch-time", 1.0)));
        aims.put("content", policy.with(Map.of("completion", 0.5, "like", 1.0, "dislike", 1.0)));
        aims.put("watching and content", policy.with(Map.of("watch-time", 0.5, "completion", 0.5, "like", 1.0)));
        aims.put("watching 0.5, selling 1", policy.with(Map.of("watch-time", 0.5, "open", 0.1, "order", 1.0)));
        aims.put("watching 0.2, selling 1", policy.with(Map.of("watch-time", 0.2, "open", 0.1, "order", 1.0)));
        aims.put("watching 0.05, selling 1", policy.with(Map.of("watch-time", 0.05, "open", 0.1, "order", 1.0)));
        aims.put("selling", policy.with(Map.of("open", 0.1, "order", 1.0)));
        for (double each : new double[] {0.03, 0.1}) {
            aims.put("policy, sellers +" + each, new Aim(rule, each, policy.breadth()));
        }
        for (double each : new double[] {0.1, 0.3}) {
            aims.put("policy, breadth " + each, new Aim(rule, policy.selling(), each));
        }
        return aims;
    }

    /** Returns whether no other point is as good in all goals and better in one. */
    boolean isOnFront(Point point) {
        return points.stream().noneMatch(other -> dominates(other, point));
    }

    private static boolean dominates(Point one, Point other) {
        boolean better = false;
        for (var goal : GOALS) {
            if (one.mean(goal) < other.mean(goal)) {
                return false;
            }
            better |= one.mean(goal) > other.mean(goal);
        }
        return better;
    }

    /** Returns a line for each point; a star marks those of the front. */
    String table() {
        var text = new StringBuilder("\n  ").append(" ".repeat(NAME));
        List.of(
                        tongue.say("min/day", "分钟/日"),
                        tongue.say("content", "满意"),
                        tongue.say("turnover/1000", "千次成交额"),
                        tongue.say("Gini", "基尼"),
                        tongue.say("orders ‰", "下单 ‰"))
                .forEach(heading -> text.append(Tongue.padded(heading, COLUMN)));
        for (var point : points) {
            text.append(isOnFront(point) ? "\n* " : "\n  ").append(Tongue.padded(point.name(), NAME));
            cell(text, point, RankerTable::minutes, 2);
            cell(text, point, Yield::satisfaction, 2);
            cell(text, point, Yield::turnover, 0);
            cell(text, point, each -> each.figures().gini(), 3);
            cell(text, point, Yield::orders, 2);
        }
        return text.append("\n").toString();
    }

    private static void cell(StringBuilder text, Point point, ToDoubleFunction<Yield> value, int digits) {
        var values = point.yields().stream().map(value::applyAsDouble).toList();
        text.append(Tongue.padded(Paired.of(values).text(digits, 1), COLUMN));
    }

    /** Returns all points as they stand in a file: their weights as a policy document has them, and what they led to. */
    List<Map<String, Object>> file() {
        var file = new ArrayList<Map<String, Object>>();
        for (var point : points) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("name", point.name());
            entry.put("predicted", new TreeMap<>(point.aim().rule().predicted()));
            entry.put("selling", point.aim().selling());
            entry.put("breadth", point.aim().breadth());
            entry.put("front", isOnFront(point));
            var means = new TreeMap<String, Double>();
            for (var name : point.yields().getFirst().byName().keySet()) {
                means.put(name, point.mean(each -> each.byName().getOrDefault(name, 0.0)));
            }
            entry.put("means", means);
            file.add(entry);
        }
        return file;
    }

    /** Draws watching across and turnover up; points of the front are filled. */
    String picture() {
        var marks = new ArrayList<Chart.Mark>();
        for (var point : points) {
            var label = point.name()
                    + String.format(
                            Locale.ROOT,
                            " (%.3f)",
                            point.mean(each -> each.figures().gini()));
            marks.add(new Chart.Mark(
                    label, point.mean(RankerTable::minutes), point.mean(Yield::turnover), isOnFront(point)));
        }
        return Chart.marks(
                tongue.say("Turnover of a thousand exposures by minutes watched (Gini)", "千次曝光成交额与人均观看分钟（基尼）"),
                tongue.say("minutes watched a day and viewer", "人均每日观看分钟"),
                marks);
    }
}
