package org.kanmai.app.pastsales;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;

/** Reads a file of invoice lines as it arrives: RFC 4180 in UTF-8, with the names of its columns in the first line. */
final class SalesFile implements AutoCloseable {
    static final int PART = 2_000;
    private static final int MOST_LINES = 5_000_000;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final RowReader reader;
    private int place;
    private int parts;

    private SalesFile(CSVParser parser, Iterator<CSVRecord> records, RowReader reader) {
        this.parser = parser;
        this.records = records;
        this.reader = reader;
    }

    /** Begins to read; refuses with 422 a file without its columns. */
    static SalesFile of(InputStream content, Currency currency) throws IOException {
        var parser = CSVParser.parse(new InputStreamReader(content, UTF_8), FORMAT);
        var records = parser.iterator();
        if (!records.hasNext()) {
            throw Refusal.invalid("file", "is empty");
        }
        return new SalesFile(parser, records, new RowReader(records.next(), new Sorting(currency)));
    }

    /** Returns the next part; nothing at the end. Refuses with 422 what is no CSV and a file without an end. */
    Optional<Part> next() {
        var lines = new ArrayList<Sorted>();
        var digest = sha256();
        try {
            while (lines.size() < PART && records.hasNext()) {
                var line = records.next();
                line.forEach(value -> digest.update((value + '\u001f').getBytes(UTF_8)));
                lines.add(reader.read(++place, line));
            }
        } catch (UncheckedIOException broken) {
            throw Refusal.invalid("file", "ends or can't be read after line " + parser.getCurrentLineNumber());
        }
        if (place > MOST_LINES) {
            throw Refusal.invalid("file", "must have at most " + MOST_LINES + " lines");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Part(++parts, lines, Binary.of(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
