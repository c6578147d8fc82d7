package org.kanmai.ranking.evaluation.kuairand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A CSV file, gzipped if its name says so, read row by row within bounds. */
final class Csv {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_ROWS = 20_000_000;

    private Csv() {}

    /** Tells of each row after the head; anything that isn't as it should be is {@link Unreadable}. */
    static void read(Path file, List<String> columns, Consumer<Row> told) {
        try (var input = open(file);
                var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            var places = places(file, line(file, reader, 1), columns);
            long number = 2;
            for (var line = line(file, reader, number); line != null; line = line(file, reader, ++number)) {
                if (number > MOST_ROWS) {
                    throw Unreadable.at(file, number, "more rows than can be read", "行数超出上限");
                }
                told.accept(new Row(file, number, split(file, number, line), places));
            }
        } catch (IOException broken) {
            throw new Unreadable(
                    file + " can't be read: " + broken.getMessage(), "无法读取 " + file + "：" + broken.getMessage());
        }
    }

    private static InputStream open(Path file) throws IOException {
        var input = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(input, LONGEST_LINE) : input;
    }

    /** Reads a line, or nothing at the end, and no more of one than it may have. */
    private static @Nullable String line(Path file, BufferedReader reader, long number) throws IOException {
        var line = new StringBuilder();
        for (int sign = reader.read(); sign != '\n'; sign = reader.read()) {
            if (sign < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw Unreadable.at(file, number, "the line is too long", "这一行太长");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }

    private static Map<String, Integer> places(Path file, @Nullable String head, List<String> columns) {
        var names = head == null ? List.<String>of() : split(file, 1, head);
        var places = new HashMap<String, Integer>();
        for (var column : columns) {
            if (!names.contains(column)) {
                throw Unreadable.at(file, 1, "there is no column " + column, "缺少列 " + column);
            }
            places.put(column, names.indexOf(column));
        }
        return places;
    }

    private static List<String> split(Path file, long number, String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char sign = line.charAt(at);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        if (quoted) {
            throw Unreadable.at(file, number, "a quotation mark is missing", "缺少引号");
        }
        cells.add(cell.toString());
        return cells;
    }
}
