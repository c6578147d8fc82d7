package org.kanmai.app.payment.statement;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.kanmai.app.web.Refusal;

/** A table of a file: what stands before the line with the names of its columns is passed over, and so is what follows its rows. */
public final class Sheet {
    private static final int MOST_ROWS = 200_000;
    private static final Charset CHINESE = Charset.forName("GB18030");

    private Sheet() {}

    /**
     * Reads every row below the line whose first cell is a name, up to a line of another width, with each cell's decoration removed; refuses with
     * 422 what has no such line or too many rows.
     */
    public static <T> List<T> read(byte[] file, String first, Function<Row, T> reader) {
        var text = decoded(file);
        try (var records =
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
            return rows(records, first, reader);
        } catch (IOException | java.io.UncheckedIOException malformed) {
            throw Refusal.invalid("file", "is no table of cells between commas");
        }
    }

    private static <T> List<T> rows(Iterable<CSVRecord> records, String first, Function<Row, T> reader) {
        var rows = new ArrayList<T>();
        List<String> names = List.of();
        for (var record : records) {
            if (names.isEmpty()) {
                names = plain(record.get(0)).equals(first) ? cells(record) : names;
            } else if (record.size() != names.size() || plain(record.get(0)).startsWith("#")) {
                return rows;
            } else {
                rows.add(reader.apply(row(names, record)));
            }
            if (rows.size() > MOST_ROWS) {
                throw Refusal.invalid("file", "must have at most " + MOST_ROWS + " rows");
            }
        }
        if (names.isEmpty()) {
            throw Refusal.invalid("file", "has no line that begins with " + first);
        }
        return rows;
    }

    private static Row row(List<String> names, CSVRecord record) {
        var cells = new HashMap<String, String>();
        for (int index = 0; index < names.size(); index++) {
            cells.put(names.get(index), plain(record.get(index)));
        }
        return new Row(record.getRecordNumber(), cells);
    }

    private static List<String> cells(CSVRecord record) {
        return record.stream().map(Sheet::plain).toList();
    }

    /** Providers put marks before numbers and tabs behind them, so that spreadsheets leave them alone. */
    private static String plain(String cell) {
        var bare = cell.strip();
        return (bare.startsWith("`") || bare.startsWith("\uFEFF") ? bare.substring(1) : bare).strip();
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException chinese) {
            return new String(file, CHINESE);
        }
    }

    /** A row by the names of its columns; its line is for refusals. */
    public record Row(long line, Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** Returns a cell; refuses with 422 a file without that column. */
        public String get(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw Refusal.invalid("file", "has no column " + column);
            }
            return cell;
        }

        /** Reads this row; refuses with 422 and its line what can't be read. */
        public <T> T as(Function<Row, T> reader) {
            try {
                return reader.apply(this);
            } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException malformed) {
                throw Refusal.invalid("file", "line " + line + " can't be read: " + malformed.getMessage());
            }
        }
    }
}
