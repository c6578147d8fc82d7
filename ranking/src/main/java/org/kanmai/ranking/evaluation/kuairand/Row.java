package org.kanmai.ranking.evaluation.kuairand;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One row of a file, whose cells are looked at by the names of their columns. */
final class Row {
    private final Path file;
    private final long number;
    private final List<String> cells;
    private final Map<String, Integer> places;

    Row(Path file, long number, List<String> cells, Map<String, Integer> places) {
        this.file = file;
        this.number = number;
        this.cells = cells;
        this.places = places;
    }

    String text(String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        if (place >= cells.size()) {
            throw Unreadable.at(file, number, "there is no value of " + column, "缺少 " + column + " 的值");
        }
        return cells.get(place);
    }

    /** Returns a whole number from {@code least} to {@code most}. */
    long number(String column, long least, long most) {
        return parsed(column, text(column), least, most);
    }

    /** Returns a whole number, or {@code otherwise} where nothing is told. */
    long number(String column, long least, long most, long otherwise) {
        var text = text(column);
        return text.isEmpty() ? otherwise : parsed(column, text, least, most);
    }

    boolean flag(String column) {
        return number(column, 0, 1) == 1;
    }

    /** Returns numbers divided by a sign, most of them {@code most}. */
    List<Long> numbers(String column, char divider, int most) {
        var text = text(column);
        var parts = text.isEmpty() ? new String[0] : text.split(String.valueOf(divider), -1);
        if (parts.length > most) {
            throw Unreadable.at(file, number, "too many values of " + column, column + " 的值太多");
        }
        return Arrays.stream(parts)
                .map(part -> parsed(column, part, 0, Integer.MAX_VALUE))
                .toList();
    }

    private long parsed(String column, String text, long least, long most) {
        try {
            long value = Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // said below
        }
        throw Unreadable.at(
                file,
                number,
                "%s is no whole number from %d to %d: %.40s".formatted(column, least, most, text),
                "%s 不是 %d 到 %d 的整数：%.40s".formatted(column, least, most, text));
    }
}
