package org.kanmai.facts.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Binary;

/**
 * One leaf of the ledger: a file of the lake and which records of the log it holds.
 *
 * <p>As a line of text: {@code FILE}, then {@code LANE FROM TO ROOT} for each segment, divided by single spaces. The bytes of this
 * line, without its end, are the leaf.
 *
 * @param file its id, by which it is named
 * @param segments in the order of their lanes, at least one
 */
public record LedgerEntry(long file, List<Segment> segments) {
    private static final int PARTS = 4;

    public LedgerEntry {
        segments = List.copyOf(segments);
        if (file < 0 || segments.isEmpty()) {
            throw new IllegalArgumentException("an entry has a file and at least one segment");
        }
    }

    /**
     * Records of one partition of one topic, one after the other.
     *
     * @param lane topic and partition as {@code viewer/3}
     * @param from offset of the first
     * @param to offset of the first that is not in it any more
     * @param root of the Merkle tree over the original bytes of its records, 32 bytes
     */
    public record Segment(String lane, long from, long to, Binary root) {
        public Segment {
            if (!lane.matches("[a-z]{1,20}/[0-9]{1,3}") || from < 0 || to <= from || root.bytes().length != 32) {
                throw new IllegalArgumentException("not a segment: " + lane + " " + from + " " + to);
            }
        }
    }

    /** Returns the line. */
    public String line() {
        var line = new StringBuilder().append(file);
        for (Segment each : segments) {
            line.append(' ')
                    .append(each.lane)
                    .append(' ')
                    .append(each.from)
                    .append(' ')
                    .append(each.to);
            line.append(' ').append(each.root);
        }
        return line.toString();
    }

    /** Returns the bytes that are the leaf. */
    public byte[] bytes() {
        return line().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a line; throws {@link IllegalArgumentException} for anything else. */
    public static LedgerEntry parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length % PARTS != 1) {
            throw new IllegalArgumentException("not an entry of the ledger: " + words.length + " words");
        }
        var segments = new ArrayList<Segment>();
        for (int at = 1; at < words.length; at += PARTS) {
            segments.add(new Segment(
                    words[at],
                    Long.parseLong(words[at + 1]),
                    Long.parseLong(words[at + 2]),
                    Binary.parse(words[at + 3])));
        }
        return new LedgerEntry(Long.parseLong(words[0]), segments);
    }
}
