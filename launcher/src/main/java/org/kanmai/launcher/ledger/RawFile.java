package org.kanmai.launcher.ledger;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.kanmai.facts.proof.Sha256;

/** The records of one raw file of the lake, in the order of its segments. */
final class RawFile {
    private static final int BODY = 4;
    private static final int MARK = 5;

    private final Path path;

    RawFile(Path path) {
        this.path = path;
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

    /** Goes through all records; throws when the file does not decode. */
    void read(Connection connection, Each each) throws SQLException {
        var hash = new Sha256();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select columns('^(topic|partition|log_offset|body|mark)$')
                          from read_parquet('%s')
                         order by topic, partition, log_offset
                        """.formatted(path.toString().replace("'", "''")))) {
            boolean marks = rows.getMetaData().getColumnCount() == MARK;
            while (rows.next()) {
                byte[] body = rows.getBytes(BODY);
                byte[] leaf = hash.leaf(body);
                each.record(
                        rows.getString(1) + "/" + rows.getInt(2),
                        rows.getLong(3),
                        body,
                        leaf,
                        !marks || mark(rows) == ByteBuffer.wrap(leaf).getLong());
            }
        }
    }

    private static long mark(ResultSet rows) throws SQLException {
        return rows.getLong(MARK);
    }
}
