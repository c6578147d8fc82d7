package org.kanmai.app.web.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/** Reads files that spreadsheets wrote: RFC 4180 in UTF-8, UTF-16 with its mark or GB 18030; refuses with 422 everything else. */
public final class SentCsv {
    private static final String FIELD = "file";
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int MOST_CELLS = 40;
    private static final int LONGEST_CELL = 1_000;
    private static final char MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', '\t', ';'};

    private SentCsv() {}

    /** Returns the rows of a file, empty ones left out. */
    public static List<List<String>> read(byte[] sent, int mostRows) {
        var text = decode(sent);
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
        var rows = new ArrayList<List<String>>();
        try (var parser = CSVParser.parse(text, format)) {
            for (var line : parser) {
                var row = row(line);
                if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(row);
                }
                if (rows.size() > mostRows) {
                    throw Refusal.invalid(FIELD, "must have at most " + mostRows + " rows");
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw Refusal.invalid(FIELD, "has a quote that does not end, or text behind one");
        }
        return rows;
    }

    /** Which of the delimiters the first line has most of. */
    private static char delimiter(String text) {
        var first = text.lines().findFirst().orElse("");
        char most = DELIMITERS[0];
        for (char each : DELIMITERS) {
            most = count(first, each) > count(first, most) ? each : most;
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static List<String> row(CSVRecord line) {
        if (line.size() > MOST_CELLS) {
            throw Refusal.invalid(FIELD, "has a row of more than " + MOST_CELLS + " cells");
        }
        var row = line.stream().map(String::strip).toList();
        if (row.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw Refusal.invalid(FIELD, "has a cell of more than " + LONGEST_CELL + " characters");
        }
        return row;
    }

    private static String decode(byte[] sent) {
        var marked = marked(sent);
        var text = marked != null ? strict(sent, marked) : strict(sent, UTF_8).or(() -> strict(sent, CHINESE));
        var read = text.orElseThrow(() -> Refusal.invalid(FIELD, "must be text in UTF-8, UTF-16 or GB 18030"));
        if (read.indexOf('\0') >= 0) {
            throw Refusal.invalid(FIELD, "must be text");
        }
        return !read.isEmpty() && read.charAt(0) == MARK ? read.substring(1) : read;
    }

    private static @Nullable Charset marked(byte[] sent) {
        if (sent.length < 2) {
            return null;
        }
        int mark = ((sent[0] & 0xFF) << 8) | (sent[1] & 0xFF);
        return switch (mark) {
            case 0xFFFE -> UTF_16LE;
            case 0xFEFF -> UTF_16BE;
            default -> null;
        };
    }

    private static Optional<String> strict(byte[] sent, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(sent))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
