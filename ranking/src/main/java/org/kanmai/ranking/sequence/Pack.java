package org.kanmai.ranking.sequence;

import java.util.List;

/** Sequences one behind the other, without anything between them: as many places are computed as there are items. */
final class Pack {
    /** The row of each place's item; of a target, the row of the item that came next. */
    private final int[] rows;

    private final int[] targets;
    private final int[] positions;
    private final int[] starts;

    private Pack(int[] rows, int[] targets, int[] positions, int[] starts) {
        this.rows = rows;
        this.targets = targets;
        this.positions = positions;
        this.starts = starts;
    }

    /** Packs sequences of rows, of each the last {@code length} but the very last, which is only a target. */
    static Pack toLearn(List<int[]> sequences, int length) {
        var usable = sequences.stream().filter(each -> each.length > 1).toList();
        return pack(usable, length, 1);
    }

    /** Packs the last {@code length} of each sequence of rows, none of which may be empty. */
    static Pack toRead(List<int[]> sequences, int length) {
        return pack(sequences, length, 0);
    }

    private static Pack pack(List<int[]> sequences, int length, int ahead) {
        int tokens = sequences.stream()
                .mapToInt(each -> Math.min(length, each.length - ahead))
                .sum();
        var pack = new Pack(new int[tokens], new int[ahead * tokens], new int[tokens], new int[sequences.size() + 1]);
        for (int each = 0; each < sequences.size(); each++) {
            pack.put(each, sequences.get(each), length, ahead);
        }
        return pack;
    }

    private void put(int sequence, int[] items, int length, int ahead) {
        int count = Math.min(length, items.length - ahead);
        int first = items.length - ahead - count;
        int at = starts[sequence];
        for (int each = 0; each < count; each++) {
            rows[at + each] = items[first + each];
            positions[at + each] = length - count + each;
            if (ahead > 0) {
                targets[at + each] = items[first + each + 1];
            }
        }
        starts[sequence + 1] = at + count;
    }

    int tokens() {
        return rows.length;
    }

    int sequences() {
        return starts.length - 1;
    }

    int row(int place) {
        return rows[place];
    }

    int target(int place) {
        return targets[place];
    }

    /** Returns how far a place is from the newest one, counted so that the newest is always the last of the length. */
    int position(int place) {
        return positions[place];
    }

    int start(int sequence) {
        return starts[sequence];
    }

    int length(int sequence) {
        return starts[sequence + 1] - starts[sequence];
    }
}
