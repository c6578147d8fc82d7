package org.kanmai.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A row of {@code personal-data.csv}, the allow-list of all that is kept about people. What is not there is not collected: no face, no
 * contacts, no place but the region that somebody names.
 *
 * @param table with its schema
 * @param columns of that grade
 */
record Kept(String table, DataGrade grade, List<String> columns) {

    /** Returns every row. */
    static List<Kept> all() {
        try (var file = Objects.requireNonNull(Kept.class.getResourceAsStream("personal-data.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Kept::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Kept row(String line) {
        var cells = line.split(",", 3);
        return new Kept(cells[0], DataGrade.valueOf(cells[1].toUpperCase(Locale.ROOT)), List.of(cells[2].split(" ")));
    }

    static List<String> allTables() {
        return all().stream().map(Kept::table).distinct().toList();
    }

    static List<String> allColumns() {
        return all().stream()
                .flatMap(row -> row.columns().stream().map(column -> row.table() + "." + column))
                .toList();
    }
}
