package org.kanmai.app.insight.lake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PageId;
import org.springframework.stereotype.Component;

/** Finds records in the raw files, with those that lie around them. */
@Component
public class RawRecords {
    /** How long after a page was made its record can have come in. */
    private static final Duration LATEST = Duration.ofDays(2);

    private static final Duration EARLIEST = Duration.ofMinutes(1);

    private final ManifestStore store;
    private final LakeFolder folder;
    private final DuckDb duck;

    RawRecords(ManifestStore store, LakeFolder folder, DuckDb duck) {
        this.store = store;
        this.folder = folder;
        this.duck = duck;
    }

    /**
     * A record and its segment.
     *
     * @param file in which it lies
     * @param lane topic and partition as {@code viewer/3}
     * @param place of the record among those of its segment, from 0
     * @param records the original bytes of all records of the segment, in the order of the log
     */
    public record Found(long file, String lane, int place, List<Binary> records) {
        public Found {
            records = List.copyOf(records);
        }
    }

    /** Returns the record of a page that was served; empty while it is not in the lake, or not any more. */
    public Optional<Found> page(PageId page) {
        var made = Ids.madeAt(page.value());
        for (var file : store.rawWith(page.value(), made.minus(EARLIEST), made.plus(LATEST))) {
            try (var connection = duck.connection()) {
                var found = page(connection, file, page);
                if (found.isPresent()) {
                    return found;
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("a raw file can't be read: " + file.id(), failure);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> page(Connection connection, LakeFile file, PageId page) throws SQLException {
        var raw = DuckDb.parquet(List.of(folder.file(file.part(), file.id())));
        try (var statement = connection.prepareStatement(
                "select topic, partition, log_offset from " + raw + " where kind = 'served' and id = ? limit 1")) {
            statement.setLong(1, page.value());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(around(connection, raw, file, rows.getString(1), rows.getInt(2), rows.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    private static Found around(
            Connection connection, String raw, LakeFile file, String topic, int partition, long offset)
            throws SQLException {
        var records = new ArrayList<Binary>();
        int place = 0;
        try (var statement = connection.prepareStatement(
                "select log_offset, body from " + raw + " where topic = ? and partition = ? order by log_offset")) {
            statement.setString(1, topic);
            statement.setInt(2, partition);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    place += rows.getLong(1) < offset ? 1 : 0;
                    records.add(Binary.of(rows.getBytes(2)));
                }
            }
        }
        return new Found(file.id(), topic + "/" + partition, place, records);
    }
}
