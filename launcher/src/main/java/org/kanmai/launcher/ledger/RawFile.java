package org.kanmai.launcher.ledger;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kanmai.facts.proof.Sha256;

/** The records of one raw file of the lake. */
final class RawFile {
    private static final int BODY = 4;
    private static final int MARK = 5;

    private final String source;

    RawFile(Path path) {
        this.source = "read_parquet('" + path.toString().replace("'", "''") + "')";
    }

    /** Takes one record. */
    @FunctionalInterface
    interface Each {
        /**
         * Is given a record.
         *
         * @param hash of the leaf that it is
         * @param marked whether it is what it was when it was written, as far as the file tells
         */
        void record(String lane, long offset, byte[] body, byte[] hash, boolean marked);
    }

    /**
     * Goes through all records; throws when the file does not decode.
     *
     * @param sorted lane by lane in the order of offsets; else as they lie, which is the same unless somebody wrote the file anew
     */
    void read(Connection connection, boolean sorted, Each each) throws SQLException {
        try (var statement = connection.createStatement()) {
            var topics = topics(statement);
            boolean marks = hasMarks(statement);
            // Each text that crosses from DuckDB costs as much as the hash of a record, so a topic crosses as its
            // number.
            var sql = "select list_position([%s], topic), partition, log_offset, body%s from %s%s"
                    .formatted(
                            quoted(topics),
                            marks ? ", mark" : "",
                            source,
                            sorted ? " order by topic, partition, log_offset" : "");
            try (var rows = statement.executeQuery(sql)) {
                read(rows, topics, marks, each);
            }
        }
    }

    /** Goes through the bodies of one topic's records, partition by partition in the order of offsets. */
    void bodies(Connection connection, String topic, Consumer<byte[]> each) throws SQLException {
        var sql = "select body from " + source + " where topic = ? order by partition, log_offset";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.accept(rows.getBytes(1));
                }
            }
        }
    }

    private static void read(ResultSet rows, List<String> topics, boolean marks, Each each) throws SQLException {
        var hash = new Sha256();
        var lane = "";
        int topic = 0;
        int partition = -1;
        while (rows.next()) {
            if (rows.getInt(1) != topic || rows.getInt(2) != partition) {
                topic = rows.getInt(1);
                partition = rows.getInt(2);
                lane = topics.get(topic - 1) + "/" + partition;
            }
            byte[] body = rows.getBytes(BODY);
            byte[] leaf = hash.leaf(body);
            boolean marked = !marks || rows.getLong(MARK) == mark(leaf);
            each.record(lane, rows.getLong(3), body, leaf, marked);
        }
    }

    /** Returns what a file keeps of a leaf's hash beside its record. */
    static long mark(byte[] leaf) {
        return ByteBuffer.wrap(leaf).getLong();
    }

    private List<String> topics(Statement statement) throws SQLException {
        var topics = new ArrayList<String>();
        try (var rows = statement.executeQuery("select distinct topic from " + source + " order by topic")) {
            while (rows.next()) {
                topics.add(rows.getString(1));
            }
        }
        return topics;
    }

    /** Files of the first release have none. */
    private boolean hasMarks(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select * from " + source + " limit 0")) {
            var columns = rows.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                if (columns.getColumnName(column).equals("mark")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String quoted(List<String> topics) {
        return topics.stream()
                .map(topic -> "'" + topic.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
