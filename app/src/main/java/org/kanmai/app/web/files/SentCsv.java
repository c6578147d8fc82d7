package org.kanmai.app.web.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/** Reads files that spreadsheets wrote: RFC 4180 in UTF-8, UTF-16 with its mark or GB 18030; refuses with 422 everything else. */
public final class SentCsv {
    private static final String FIELD = "file";
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int MOST_CELLS = 40;
    private static final int LONGEST_CELL = 1_000;
    private static final char MARK = '\uFEFF';

    private final String text;
    private final int mostRows;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private SentCsv(String text, int mostRows) {
        this.text = text;
        this.mostRows = mostRows;
    }

    /** Returns the rows of a file, empty ones left out. */
    public static List<List<String>> read(byte[] sent, int mostRows) {
        return new SentCsv(decode(sent), mostRows).rows();
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

    private List<List<String>> rows() {
        int at = 0;
        while (at < text.length()) {
            at = text.charAt(at) == '"' && cell.isEmpty() ? quoted(at + 1) : plain(at);
        }
        endRow();
        return rows;
    }

    private int plain(int at) {
        char next = text.charAt(at);
        switch (next) {
            case ',', '\t', ';' -> endCell();
            case '\n' -> endRow();
            case '\r' -> {}
            default -> add(next);
        }
        return at + 1;
    }

    /** Reads until the quote that ends it; two of them are one. */
    private int quoted(int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
                    return at + 1;
                }
                at++;
            }
            add(text.charAt(at));
            at++;
        }
        throw Refusal.invalid(FIELD, "has a quote that does not end");
    }

    private void add(char next) {
        if (cell.length() >= LONGEST_CELL) {
            throw Refusal.invalid(FIELD, "has a cell of more than " + LONGEST_CELL + " characters");
        }
        cell.append(next);
    }

    private void endCell() {
        if (row.size() >= MOST_CELLS) {
            throw Refusal.invalid(FIELD, "has a row of more than " + MOST_CELLS + " cells");
        }
        row.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (row.stream().anyMatch(each -> !each.isEmpty())) {
            if (rows.size() >= mostRows) {
                throw Refusal.invalid(FIELD, "must have at most " + mostRows + " rows");
            }
            rows.add(List.copyOf(row));
        }
        row = new ArrayList<>();
    }
}
