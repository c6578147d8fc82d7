package org.kanmai.launcher.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.facts.proof.Sha256;
import org.kanmai.facts.proof.TreeHead;

/** A ledger of made-up records in the form in which the product leaves one: some files, one head after each. */
final class MadeUpLedger {
    static final int FILES = 5;
    static final int RECORDS = 40;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final Path data;
    final KeyPair keys;
    final List<LedgerEntry> entries = new ArrayList<>();
    final List<TreeHead> heads = new ArrayList<>();
    private final GrowingTree tree = new GrowingTree();

    MadeUpLedger(Path data) throws Exception {
        this.data = data;
        this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createDirectories(data.resolve("lake/raw"));
        Files.createDirectories(data.resolve("ledger"));
        for (int file = 1; file <= FILES; file++) {
            add(file);
        }
        write();
    }

    private void add(int file) throws Exception {
        var segments = new ArrayList<LedgerEntry.Segment>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table raw (topic varchar, partition smallint, log_offset bigint, body blob, mark bigint)");
            try (var rows = connection.unwrap(DuckDBConnection.class).createAppender("main", "raw")) {
                for (int partition = 0; partition < 2; partition++) {
                    var segment = new GrowingTree();
                    for (int record = 0; record < RECORDS; record++) {
                        byte[] body = body(file, partition, record);
                        segment.add(body);
                        rows.beginRow()
                                .append("viewer")
                                .append((short) partition)
                                .append(offset(file, record))
                                .append(body)
                                .append(ByteBuffer.wrap(new Sha256().leaf(body)).getLong())
                                .endRow();
                    }
                    segments.add(new LedgerEntry.Segment(
                            "viewer/" + partition, offset(file, 0), offset(file, RECORDS), segment.root()));
                }
            }
            // Without compression a flipped byte of a record still decodes.
            statement.execute("copy raw to '%s' (format parquet, compression uncompressed)"
                    .formatted(data.resolve("lake/raw/" + file + ".parquet")));
        }
        entries.add(new LedgerEntry(file, segments));
        tree.add(entries.getLast().bytes());
        heads.add(head());
    }

    private TreeHead head() {
        var previous = heads.isEmpty() ? Binary.EMPTY : heads.getLast().hash();
        return TreeHead.sign(tree.size(), tree.root(), NOW.plusSeconds(tree.size()), previous, "1", this::sign);
    }

    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void write() throws Exception {
        lines("entries.txt", entries.stream().map(LedgerEntry::line).toList());
        lines("heads.txt", heads.stream().map(TreeHead::line).toList());
        lines(
                "keys.txt",
                List.of("1 "
                        + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())));
    }

    void lines(String name, List<String> lines) throws Exception {
        Files.writeString(data.resolve("ledger").resolve(name), String.join("\n", lines) + "\n", US_ASCII);
    }

    static long offset(int file, int record) {
        return (file - 1L) * RECORDS + record;
    }

    static long page(int file, int partition, int record) {
        return file * 10_000L + partition * 1_000L + record;
    }

    private static byte[] body(int file, int partition, int record) {
        if (record % 2 == 1) {
            return ("{\"kind\":\"of a later release\",\"number\":" + page(file, partition, record) + "}")
                    .getBytes(UTF_8);
        }
        var item = new ServedItem(
                new ExposureId(1),
                Subject.work(new WorkId(2)),
                0,
                Source.FRESH,
                SlotKind.RANKED,
                1,
                0.5f,
                Binary.EMPTY);
        return FactCodec.write(new Served(
                new PageId(page(file, partition, record)),
                NOW,
                Origin.LIVE,
                new Pseudonym(3),
                4,
                Surface.FOR_YOU,
                1,
                0,
                Binary.EMPTY,
                Binary.EMPTY,
                List.of(item),
                Binary.EMPTY));
    }
}
