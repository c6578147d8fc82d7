package org.kanmai.launcher.ledger.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is read here is what DuckDB reads, or it is refused; damage of any kind is refused too, or changes values. */
@Tag("GV-17")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParquetFileTests {
    private static final String RECORDS = """
            select case when i % 7 = 0 then 'viewer' else 'work' end as topic, (i % 3)::smallint as partition,
                   1000000000000 + i * 3 as log_offset, i * 37 as appended_at,
                   case when i % 11 = 0 then ''::blob when i % 5 = 0 then 'the same'::blob
                        else (repeat('a', (i % 400)::int) || hash(i))::blob end as body,
                   (hash(i) >> 1)::bigint - 4611686018427387904 as mark
              from range(""";

    @TempDir
    Path folder;

    private Connection duck;

    @BeforeAll
    void duckDbIsThere() throws Exception {
        duck = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    void duckDbEnds() throws Exception {
        duck.close();
    }

    @Test
    void recordsAreThoseThatDuckDbReads() throws Exception {
        for (var how : List.of(
                "compression zstd",
                "compression uncompressed",
                "compression zstd, row_group_size 2048",
                "compression zstd, dictionary_size_limit 1")) {
            var file = written(records(10_000), how);
            assertThat(read(file)).as(how).isEqualTo(byDuckDb(file)).hasSize(10_000);
        }
    }

    @Test
    void aFileOfNothingHasNoRows() throws Exception {
        assertThat(read(written(records(0), "compression zstd"))).isEmpty();
    }

    @Test
    void whatIsNotWrittenInTheKnownWayIsRefused() throws Exception {
        var refused = List.of(
                written(records(5_000), "compression gzip"),
                written(records(5_000), "compression snappy"),
                written(
                        "select * replace (case when log_offset % 2 = 0 then body end as body) from (" + records(100)
                                + ")",
                        "compression zstd"),
                written("select *, [1, 2] as more from (" + records(100) + ")", "compression zstd"),
                written(
                        "select * replace (log_offset::double as log_offset) from (" + records(100) + ")",
                        "compression zstd"),
                written(
                        "select * replace (body::varchar::int128 as body) from (select * replace ('12'::blob as body) from ("
                                + records(100) + "))",
                        "compression zstd"),
                written("select * exclude (body) from (" + records(100) + ")", "compression zstd"));
        for (var file : refused) {
            assertThatThrownBy(() -> read(file)).isInstanceOf(Unusual.class);
        }
    }

    @Test
    void damageNeverDoesMoreThanChangeValues() throws Exception {
        var good = Files.readAllBytes(written(records(300), "compression uncompressed"));
        var packed = Files.readAllBytes(written(records(300), "compression zstd"));
        var random = new Random(17);
        var damaged = folder.resolve("damaged.parquet");
        int refused = 0;
        for (int round = 0; round < 600; round++) {
            var bytes = (round % 2 == 0 ? good : packed).clone();
            int from = round % 4 < 2 ? bytes.length - 900 : 0;
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertThat(refused).isBetween(60, 580);
        for (int length = 0; length < packed.length; length += 97) {
            Files.write(damaged, java.util.Arrays.copyOf(packed, length));
            assertThat(isRefused(damaged)).isTrue();
        }
    }

    private static boolean isRefused(Path file) throws Exception {
        try {
            read(file);
            return false;
        } catch (Unusual expected) {
            return true;
        }
    }

    private static String records(int count) {
        return RECORDS + count + ") made (i)";
    }

    private Path written(String rows, String how) throws Exception {
        var file = Files.createTempFile(folder, "some", ".parquet");
        try (var statement = duck.createStatement()) {
            statement.execute("copy (%s) to '%s' (format parquet, %s)".formatted(rows, file, how));
        }
        return file;
    }

    private static List<String> read(Path path) throws Exception {
        var lines = new ArrayList<String>();
        var file = ParquetFile.open(path);
        for (int group = 0; group < file.groups(); group++) {
            var topics = file.bytes(group, "topic");
            var partitions = file.numbers(group, "partition");
            var offsets = file.numbers(group, "log_offset");
            var bodies = file.bytes(group, "body");
            var marks = file.numbers(group, "mark");
            for (int row = 0; row < file.rows(group); row++) {
                lines.add(new String(bytes(topics, row), java.nio.charset.StandardCharsets.UTF_8) + " "
                        + partitions.at(row) + " " + offsets.at(row) + " "
                        + Base64.getEncoder().encodeToString(bytes(bodies, row)) + " " + marks.at(row));
            }
        }
        return lines;
    }

    private static byte[] bytes(BytesColumn column, int row) {
        return java.util.Arrays.copyOfRange(
                column.holder(row), column.from(row), column.from(row) + column.length(row));
    }

    private List<String> byDuckDb(Path file) throws Exception {
        var lines = new ArrayList<String>();
        try (var statement = duck.createStatement();
                var rows = statement.executeQuery(
                        "select topic, partition, log_offset, body, mark from read_parquet('" + file + "')")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getInt(2) + " " + rows.getLong(3) + " "
                        + Base64.getEncoder().encodeToString(rows.getBytes(4)) + " " + rows.getLong(5));
            }
        }
        return lines;
    }
}
