package org.kanmai.benchmarks.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.TreeHead;

/** A ledger of made-up records in raw files as the product leaves them, sixteen lanes in each. */
public final class ManyRecords {
    private static final int LANES = 16;
    private static final Instant SIGNED = Instant.parse("2026-01-01T00:00:00Z");
    /** As long as an exposure with its terms. */
    private static final String BODY = """
            '{"kind":"exposed","at":' || (1767225600000 + i * 37) || ',"origin":"live","exposure":"' || (hash(i) >> 1) \
            || '","page":"' || (hash(i + 1) >> 1) || '","request":"' || (hash(i + 2) >> 1) || '","pseudonym":"' \
            || (hash(i % 5000) >> 1) || '","subject":{"kind":"work","id":"' || (hash(i % 700) >> 1) \
            || '"},"surface":"for-you","position":' || (i % 6) || ',"source":"interest","slot":"ranked","policy":1,"stratum":2}'""";

    private final Path folder;
    private final int files;
    private final int records;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private long bytes;

    /** Takes an empty folder, how many files, and how many records each has. */
    public ManyRecords(Path folder, int files, int records) {
        this.folder = folder;
        this.files = files;
        this.records = records;
    }

    /** Writes all of it. */
    public void write() throws IOException {
        Files.createDirectories(folder.resolve("lake/raw"));
        Files.createDirectories(folder.resolve("ledger"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int file = 0; file < files; file++) {
                entries.add(write(connection, file));
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        sign();
    }

    private LedgerEntry write(Connection connection, int file) throws SQLException {
        var trees = new TreeMap<String, GrowingTree>();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create or replace table raw as
                    select 'viewer' as topic, (i %% %d)::smallint as partition, i // %d as log_offset, (%s)::blob as body
                      from range(%d, %d) made (i)
                     order by partition, log_offset""".formatted(LANES, LANES, BODY, (long) file * records, (file + 1L) * records));
            try (var rows = statement.executeQuery("select partition, body from raw order by partition, log_offset")) {
                while (rows.next()) {
                    byte[] body = rows.getBytes(2);
                    bytes += body.length;
                    trees.computeIfAbsent("viewer/" + rows.getInt(1), lane -> new GrowingTree())
                            .add(body);
                }
            }
            statement.execute("copy raw to '%s' (format parquet, compression zstd)"
                    .formatted(folder.resolve("lake/raw/" + file + ".parquet")));
        }
        var segments = new ArrayList<LedgerEntry.Segment>();
        long from = (long) file * records / LANES;
        trees.forEach(
                (lane, tree) -> segments.add(new LedgerEntry.Segment(lane, from, from + tree.size(), tree.root())));
        return new LedgerEntry(file, segments);
    }

    private void sign() throws IOException {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var tree = new GrowingTree();
            entries.forEach(entry -> tree.add(entry.bytes()));
            var head = TreeHead.sign(tree.size(), tree.root(), SIGNED, Binary.EMPTY, "1", text -> signed(keys, text));
            lines("entries.txt", entries.stream().map(LedgerEntry::line).toList());
            lines("heads.txt", List.of(head.line()));
            lines(
                    "keys.txt",
                    List.of("1 "
                            + Base64.getEncoder()
                                    .encodeToString(keys.getPublic().getEncoded())));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks Ed25519", missing);
        }
    }

    private static byte[] signed(KeyPair keys, byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks Ed25519", missing);
        }
    }

    private void lines(String name, List<String> lines) throws IOException {
        Files.writeString(
                folder.resolve("ledger").resolve(name), String.join("\n", lines) + "\n", StandardCharsets.US_ASCII);
    }

    /** Returns where it lies. */
    public Path folder() {
        return folder;
    }

    /** Returns how many bytes a record has. */
    public long bytesOfOne() {
        return bytes / ((long) files * records);
    }
}
