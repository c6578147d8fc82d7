package org.kanmai.simulator.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kanmai.facts.tongue.Tongue;

/** Figures of tier B as text: means over seeds, shares of the gap that were closed, and what newcomers miss. */
final class RankerTable {
    private static final int NAME = 30;
    private static final int COLUMN = 17;
    private static final int PAGE = 6;

    private final Tongue tongue;

    /** A figure with its heading. */
    private record Column(String en, String zh, int digits, double units, ToDoubleFunction<Yield> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("min/day", "分钟/日", 2, 1, each -> each.figures().watchedMinutes()),
            new Column("orders ‰", "下单 ‰", 2, 1, Yield::orders),
            new Column("turnover/1000", "千次成交额", 0, 1, Yield::turnover),
            new Column("content", "满意", 2, 1, Yield::satisfaction),
            new Column("Gini", "基尼", 3, 1, each -> each.figures().gini()),
            new Column("top 1 %", "最多1%", 1, 100, each -> each.figures().topShare()),
            new Column("stayed %", "新人 %", 1, 100, each -> each.figures().surviving()),
            new Column("coming %", "到访 %", 1, 100, each -> each.figures().returning()),
            new Column("quality, sd", "质量", 3, 1, each -> each.figures().quality()),
            new Column("coverage %", "覆盖 %", 1, 100, Yield::coverage),
            new Column("tail %", "长尾 %", 1, 100, Yield::tail),
            new Column("novelty, bits", "新颖（比特）", 2, 1, Yield::novelty),
            new Column("worth", "价值", 4, 1, Yield::worth));

    RankerTable(Tongue tongue) {
        this.tongue = tongue;
    }

    /** Returns the means over seeds of all, a block of columns after the other. */
    String of(Map<String, List<Yield>> all) {
        var text = new StringBuilder();
        for (int from = 0; from < COLUMNS.size(); from += 7) {
            block(text, all, COLUMNS.subList(from, Math.min(COLUMNS.size(), from + 7)));
        }
        return text.toString();
    }

    private void block(StringBuilder text, Map<String, List<Yield>> all, List<Column> columns) {
        text.append("\n").append(" ".repeat(NAME));
        columns.forEach(column -> text.append(Tongue.padded(tongue.say(column.en(), column.zh()), COLUMN)));
        text.append("\n");
        all.forEach((name, yields) -> {
            text.append(Tongue.padded(name, NAME));
            for (var column : columns) {
                var values = yields.stream()
                        .map(each -> column.value().applyAsDouble(each))
                        .toList();
                text.append(Tongue.padded(Paired.of(values).text(column.digits(), column.units()), COLUMN));
            }
            text.append("\n");
        });
    }

    /** Returns which share of the way from one to another a third came, paired by seed. */
    static Paired closed(List<Yield> from, List<Yield> to, List<Yield> ours, ToDoubleFunction<Yield> value) {
        var shares = new ArrayList<Double>();
        for (int seed = 0; seed < ours.size(); seed++) {
            double begin = value.applyAsDouble(from.get(seed));
            double way = value.applyAsDouble(to.get(seed)) - begin;
            shares.add((value.applyAsDouble(ours.get(seed)) - begin) / way);
        }
        return Paired.of(shares);
    }

    /** Returns by how much more one has than another, paired by seed. */
    static Paired more(List<Yield> ours, List<Yield> than, ToDoubleFunction<Yield> value) {
        return Paired.of(IntStream.range(0, ours.size())
                .mapToObj(seed -> value.applyAsDouble(ours.get(seed)) - value.applyAsDouble(than.get(seed)))
                .toList());
    }

    /** Returns how far one came on the way to the oracle. */
    String closed(String name, List<Yield> ours, List<Yield> plain, List<Yield> oracle) {
        return "\n" + name + "\n"
                + line(
                        "share of the gap closed: watching, %",
                        "缩小的差距：观看 %",
                        closed(plain, oracle, ours, RankerTable::minutes).text(1, 100))
                + line(
                        "share of the gap closed: orders, %",
                        "缩小的差距：下单 %", closed(plain, oracle, ours, Yield::orders).text(1, 100))
                + line(
                        "Gini, more than popular and fresh",
                        "基尼，比热门加新鲜多",
                        more(ours, plain, each -> each.figures().gini()).text(4, 1));
    }

    private String line(String en, String zh, String value) {
        return "  " + Tongue.padded(tongue.say(en, zh), 44) + value + "\n";
    }

    static double minutes(Yield each) {
        return each.figures().watchedMinutes();
    }

    /** Returns by how much less an exposure is worth to newcomers, page by page, than the oracle's. */
    String newcomers(Map<String, List<Yield>> all, List<Yield> oracle) {
        var text = new StringBuilder("\n")
                .append(tongue.say(
                        "Regret of newcomers (and of others, in the same days) by their exposures, in % of the oracle's worth\n",
                        "新用户（及同期其他用户）按曝光次数的遗憾，占全知者价值的 %\n"))
                .append(" ".repeat(NAME));
        for (int from = 0; from < YieldDiary.FIRST; from += PAGE) {
            text.append(Tongue.padded((from + 1) + "-" + (from + PAGE), COLUMN));
        }
        text.append("\n");
        all.forEach((name, yields) -> {
            text.append(Tongue.padded(name, NAME));
            for (int from = 0; from < YieldDiary.FIRST; from += PAGE) {
                double best = mean(oracle, Yield::newcomers, from);
                double others = mean(oracle, Yield::others, from);
                text.append(Tongue.padded(
                        String.format(
                                Locale.ROOT,
                                "%.1f (%.1f)",
                                100 * (1 - mean(yields, Yield::newcomers, from) / best),
                                100 * (1 - mean(yields, Yield::others, from) / others)),
                        COLUMN));
            }
            text.append("\n");
        });
        return text.toString();
    }

    private static double mean(List<Yield> yields, java.util.function.Function<Yield, List<Double>> curve, int from) {
        return yields.stream()
                .flatMap(each -> curve.apply(each).stream().skip(from).limit(PAGE))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
