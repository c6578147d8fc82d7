package org.kanmai.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of one benchmark, printed as Markdown so that they can go into a page as they are. */
final class Table {
    private static final List<String> HEAD = List.of("what", "bar", "figure", "");

    private final String title;
    private final double loadBefore = Machine.load();
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title) {
        this.title = title;
    }

    /** Adds a figure that must be below a bar. */
    void below(String what, double bar, String unit, double figure) {
        row(what, "< " + number(bar) + " " + unit, number(figure) + " " + unit, figure < bar ? "met" : "missed");
    }

    /** Adds a figure that must be above a bar. */
    void above(String what, double bar, String unit, double figure) {
        row(what, "> " + number(bar) + " " + unit, number(figure) + " " + unit, figure > bar ? "met" : "missed");
    }

    /** Adds a figure that may be as much as a bar. */
    void atMost(String what, double bar, double figure) {
        row(what, "≤ " + number(bar), number(figure), figure <= bar ? "met" : "missed");
    }

    /** Adds a count that must be one number and no other. */
    void exactly(String what, long bar, long figure) {
        row(what, "= " + bar, Long.toString(figure), figure == bar ? "met" : "missed");
    }

    /** Adds something to know that has no bar. */
    void note(String what, String figure) {
        row(what, "", figure, "");
    }

    private void row(String... cells) {
        rows.add(List.of(cells));
    }

    static String number(double figure) {
        double size = Math.abs(figure);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", figure);
    }

    void print(PrintStream out, Machine machine) {
        out.printf("%n### %s%n%n", title);
        out.printf(Locale.ROOT, "%s; load average before: %.2f%n%n", machine, loadBefore);
        var all = new ArrayList<>(List.of(HEAD));
        all.addAll(rows);
        for (var row : all) {
            out.println(line(row, all));
            if (row.equals(HEAD)) {
                out.println("|---|---|---|---|");
            }
        }
        out.println();
    }

    private static String line(List<String> row, List<List<String>> all) {
        var line = new StringBuilder("|");
        for (int column = 0; column < row.size(); column++) {
            int place = column;
            int width = all.stream()
                    .mapToInt(each -> each.get(place).length())
                    .max()
                    .orElse(0);
            line.append(' ')
                    .append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length()))
                    .append(" |");
        }
        return line.toString();
    }
}
