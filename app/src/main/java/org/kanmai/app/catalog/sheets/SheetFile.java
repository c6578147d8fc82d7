package org.kanmai.app.catalog.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kanmai.app.web.Refusal;

/** Reads the bytes of a sheet: RFC 4180 in UTF-8 or GB18030, with the names of its columns in the first line. */
final class SheetFile {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_CELL = 4_000;
    private static final int LONGEST_PRODUCT = 60;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private SheetFile() {}

    /** Returns the lines by their products, in the order of the file; refuses with 422 what is no such file. */
    static Map<String, List<SheetLine>> read(byte[] content) {
        var products = new LinkedHashMap<String, List<SheetLine>>();
        for (var line : lines(text(content))) {
            products.computeIfAbsent(line.product(), first -> new ArrayList<>()).add(line);
        }
        return products;
    }

    /** What begins like the mark of UTF-8 or can be read as UTF-8 is UTF-8. */
    private static String text(byte[] content) {
        try {
            var text = decoded(content, UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            try {
                return decoded(content, GB18030);
            } catch (CharacterCodingException neither) {
                throw Refusal.invalid("file", "must be CSV in UTF-8 or GB18030");
            }
        }
    }

    private static String decoded(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    private static List<SheetLine> lines(String text) {
        try (var parser = CSVParser.parse(text, FORMAT)) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw Refusal.invalid("file", "is empty");
            }
            var columns = columns(records.next());
            var lines = new ArrayList<SheetLine>();
            while (records.hasNext()) {
                var line = records.next();
                lines.add(line(lines.size() + 2, columns, line));
                if (lines.size() > MOST_LINES) {
                    throw Refusal.invalid("file", "must have at most " + MOST_LINES + " lines");
                }
            }
            return lines;
        } catch (IOException | UncheckedIOException broken) {
            throw Refusal.invalid("file", "is no CSV: a quote is not closed, or stands where none may");
        }
    }

    private static List<Heading> columns(CSVRecord names) {
        var columns = new ArrayList<Heading>();
        for (var name : names) {
            columns.add(Heading.of(name)
                    .orElseThrow(() -> Refusal.invalid("file", "has a column that is not known: " + shown(name))));
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw Refusal.invalid("file", "has a column twice");
        }
        Column.NEEDED.stream()
                .filter(each -> !columns.contains(new Heading(each, "")))
                .findFirst()
                .ifPresent(missing -> {
                    throw Refusal.invalid("file", "lacks the column " + missing.name(Locale.ENGLISH));
                });
        return columns;
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_PRODUCT ? name : name.substring(0, LONGEST_PRODUCT);
    }

    private static SheetLine line(int place, List<Heading> columns, CSVRecord record) {
        if (record.size() > columns.size()) {
            throw Refusal.invalid("file", "has more cells in line " + place + " than columns");
        }
        var cells = new EnumMap<Column, String>(Column.class);
        var attributes = new HashMap<String, String>();
        for (int at = 0; at < columns.size(); at++) {
            var cell = at < record.size() ? harmless(record.get(at)) : "";
            var column = columns.get(at).column();
            if (cell.length() > (column == Column.PRODUCT ? LONGEST_PRODUCT : LONGEST_CELL)) {
                throw Refusal.invalid("file", "has a cell in line " + place + " that is too long");
            }
            if (column == null) {
                attributes.put(columns.get(at).attribute(), cell);
            } else {
                cells.put(column, cell);
            }
        }
        return new SheetLine(place, cells, attributes);
    }

    /** Takes away the apostrophe that keeps spreadsheets from seeing a formula. */
    private static String harmless(String cell) {
        return cell.matches("(?s)'+[=+\\-@\t\r].*") ? cell.substring(1) : cell;
    }
}
