package org.kanmai.launcher.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.kanmai.facts.proof.Sha256;
import org.kanmai.launcher.ledger.parquet.BytesColumn;
import org.kanmai.launcher.ledger.parquet.ParquetFile;

/**
 * Reads a raw file as the product writes one, column by column, and hashes each record where it lies. No row crosses from a database, and
 * none has to be started: that was two thirds of the time.
 */
final class PlainLanes {
    private final Sha256 hash = new Sha256();
    private final Lanes lanes = new Lanes();
    private final ParquetFile file;
    private int topicFrom;
    private int topicLength;
    private byte[] topicHolder = new byte[0];
    private long partition = -1;
    private String lane = "";

    private PlainLanes(ParquetFile file) {
        this.file = file;
    }

    /** Returns the lanes; throws {@link org.kanmai.launcher.ledger.parquet.Unusual} when it is written another way. */
    static Lanes read(Path path) throws IOException {
        var reading = new PlainLanes(ParquetFile.open(path));
        for (int group = 0; group < reading.file.groups(); group++) {
            reading.read(group);
        }
        return reading.lanes;
    }

    private void read(int group) {
        var topics = file.bytes(group, "topic");
        var partitions = file.numbers(group, "partition");
        var offsets = file.numbers(group, "log_offset");
        var bodies = file.bytes(group, "body");
        var marks = file.has("mark") ? file.numbers(group, "mark") : null;
        for (int row = 0; row < file.rows(group); row++) {
            if (partitions.at(row) != partition || !isTopic(topics, row)) {
                partition = partitions.at(row);
                enter(topics, row);
            }
            byte[] leaf = hash.leaf(bodies.holder(row), bodies.from(row), bodies.length(row));
            lanes.of(lane).add(offsets.at(row), leaf, marks == null || marks.at(row) == RawFile.mark(leaf));
        }
    }

    private boolean isTopic(BytesColumn topics, int row) {
        int from = topics.from(row);
        return Arrays.equals(
                topics.holder(row), from, from + topics.length(row), topicHolder, topicFrom, topicFrom + topicLength);
    }

    private void enter(BytesColumn topics, int row) {
        topicHolder = topics.holder(row);
        topicFrom = topics.from(row);
        topicLength = topics.length(row);
        lane = new String(topicHolder, topicFrom, topicLength, UTF_8) + "/" + partition;
    }
}
