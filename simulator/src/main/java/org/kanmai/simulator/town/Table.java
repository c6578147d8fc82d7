package org.kanmai.simulator.town;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kanmai.facts.tongue.Tongue;

/** Figures as text: one table for each policy or baseline, and one with all beside each other. */
final class Table {
    private static final int LABEL = 34;
    private static final int NAME = 28;
    private static final int COLUMN = 10;

    private final Tongue tongue;

    Table(Tongue tongue) {
        this.tongue = tongue;
    }

    /** Returns the table of one. */
    String of(Figures figures) {
        var lines = new StringBuilder("\n").append(figures.name()).append("\n");
        line(lines, "exposures", "曝光", String.format(Locale.ROOT, "%,d", figures.exposures()));
        line(lines, "minutes watched a day and viewer", "人均每日观看分钟", number(figures.watchedMinutes(), 2));
        line(lines, "viewers of a day, last week", "最后一周日到访率", percent(figures.returning()));
        line(lines, "Gini of exposures over works", "作品曝光基尼系数", number(figures.gini(), 3));
        line(lines, "share of the most shown 1 %", "曝光最多的 1% 所占份额", percent(figures.topShare()));
        line(lines, "share of the truly best 1 %", "真正最好的 1% 所占份额", percent(figures.bestShare()));
        line(lines, "recall of the truly best 1 %", "真正最好的 1% 的召回率", percent(figures.recall()));
        line(lines, "share of the worse half", "较差的一半所占份额", percent(figures.wasted()));
        line(lines, "new creators who stayed", "新创作者留存", percent(figures.surviving()));
        line(lines, "mean true quality shown, in sd", "所展示的平均真实质量（标准差）", number(figures.quality(), 3));
        line(lines, "first pools due", "到期的首个流量池", "" + figures.pools());
        line(lines, "  whole and in time", "  足额且按时", percent(figures.inTime()));
        line(lines, "  late, and nobody foresaw it", "  迟到且未被预见", "" + figures.unforeseen());
        line(lines, "  units beyond the quota", "  超出配额", percent(figures.over()));
        line(lines, "verdicts", "裁决", verdicts(figures.verdicts()));
        line(lines, "SHA-256", "SHA-256", figures.digest());
        return lines.toString();
    }

    private void line(StringBuilder lines, String en, String zh, String value) {
        lines.append("  ")
                .append(Tongue.padded(tongue.say(en, zh), LABEL))
                .append(value)
                .append("\n");
    }

    /** Returns the most telling figures of all, one line each. */
    String of(List<Figures> all) {
        var lines = new StringBuilder("\n").append(" ".repeat(NAME));
        columns(lines, headings());
        double most = all.stream().mapToDouble(Figures::quality).max().orElse(0);
        for (var each : all) {
            lines.append(Tongue.padded(each.name(), NAME));
            columns(lines, values(each, most));
        }
        return lines.append(tongue.say(
                        "regret: by how many standard deviations of true quality less than with the best of them\n",
                        "遗憾：所展示的真实质量比其中最好的低多少个标准差\n"))
                .toString();
    }

    private List<String> headings() {
        return tongue == Tongue.CHINESE
                ? List.of("分钟/日", "到访率", "基尼", "最多1%", "最好1%", "召回", "差一半", "新人", "遗憾", "按时")
                : List.of(
                        "min/day",
                        "coming",
                        "Gini",
                        "top 1 %",
                        "best 1 %",
                        "recall",
                        "worse",
                        "stayed",
                        "regret",
                        "in time");
    }

    private static List<String> values(Figures figures, double most) {
        return List.of(
                number(figures.watchedMinutes(), 2),
                percent(figures.returning()),
                number(figures.gini(), 3),
                percent(figures.topShare()),
                percent(figures.bestShare()),
                percent(figures.recall()),
                percent(figures.wasted()),
                percent(figures.surviving()),
                number(most - figures.quality(), 3),
                figures.pools() == 0 ? "-" : percent(figures.inTime()));
    }

    private static void columns(StringBuilder lines, List<String> values) {
        values.forEach(value -> lines.append(Tongue.padded(value, COLUMN)));
        lines.append("\n");
    }

    private static String verdicts(Map<?, Integer> verdicts) {
        return verdicts.isEmpty()
                ? "-"
                : new TreeMap<>(verdicts)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
