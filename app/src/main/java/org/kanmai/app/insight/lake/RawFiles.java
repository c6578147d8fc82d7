package org.kanmai.app.insight.lake;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Ids;
import org.kanmai.facts.proof.Sha256;
import org.springframework.stereotype.Component;

/**
 * Writes a batch of records into a file: where each stood, its original bytes, and what it says in columns. The column {@code mark} is the
 * first 8 bytes of its leaf's hash: by it a record that was changed later can be named.
 */
@Component
class RawFiles {
    private static final String TABLE = "create temp table raw (topic varchar, partition smallint, log_offset bigint, "
            + "appended_at bigint, body blob, mark bigint, " + FactColumn.definitions() + ")";

    private final DuckDb duck;
    private final LakeFolder folder;
    private final Ids ids;
    private final Clock clock;

    RawFiles(DuckDb duck, LakeFolder folder, Ids ids, Clock clock) {
        this.duck = duck;
        this.folder = folder;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a batch; the file is nobody's until the manifest has it. */
    LakeFile write(Batch batch) throws SQLException {
        long id = ids.next();
        var range = new Range();
        try (var connection = duck.connection()) {
            append(connection, batch, range);
            try (var statement = connection.createStatement()) {
                statement.execute("copy raw to %s (format parquet, compression zstd)"
                        .formatted(DuckDb.quoted(
                                folder.unfinished(LakeFile.Part.RAW, id).toString())));
            }
        }
        long bytes = folder.finish(LakeFile.Part.RAW, id);
        return new LakeFile(
                id,
                LakeFile.Part.RAW,
                LakeFile.day(clock.instant()),
                batch.size(),
                bytes,
                range.first.orElse(0),
                range.last.orElse(-1));
    }

    private static void append(Connection connection, Batch batch, Range range) throws SQLException {
        var hash = new Sha256();
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        try (var appender = connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "raw")) {
            for (var record : batch.records()) {
                append(appender, record, hash, range);
            }
        }
    }

    private static void append(DuckDBAppender row, ConsumerRecord<byte[], byte[]> record, Sha256 hash, Range range)
            throws SQLException {
        row.beginRow()
                .append(record.topic())
                .append((short) record.partition())
                .append(record.offset())
                .append(record.timestamp())
                .append(record.value())
                .append(ByteBuffer.wrap(hash.leaf(record.value())).getLong());
        var fact = read(record.value());
        fact.ifPresent(range::add);
        for (var column : FactColumn.values()) {
            append(row, fact.map(column::of).orElse(null));
        }
        row.endRow();
    }

    /** What is no fact, or of a kind that this release does not know, stays as bytes. */
    private static Optional<Fact> read(byte[] body) {
        try {
            return FactCodec.read(body);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static void append(DuckDBAppender row, @Nullable Object value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else if (value instanceof Long number) {
            row.append(number.longValue());
        } else if (value instanceof Integer number) {
            row.append(number.intValue());
        } else if (value instanceof Double number) {
            row.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            row.append(flag.booleanValue());
        } else {
            row.append(value.toString());
        }
    }

    /** The smallest and the largest id. */
    private static final class Range {
        private OptionalLong first = OptionalLong.empty();
        private OptionalLong last = OptionalLong.empty();

        void add(Fact fact) {
            long id = (Long) Objects.requireNonNull(FactColumn.ID.of(fact));
            first = OptionalLong.of(Math.min(id, first.orElse(id)));
            last = OptionalLong.of(Math.max(id, last.orElse(id)));
        }
    }
}
