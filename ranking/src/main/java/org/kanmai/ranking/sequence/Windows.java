package org.kanmai.ranking.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts sequences into what an encoder learns at once. */
public final class Windows {
    private Windows() {}

    /** Cuts long sequences from their ends, so that each item but the first of all is once the next one. */
    public static List<long[]> of(List<long[]> sequences, int length) {
        var windows = new ArrayList<long[]>();
        for (var sequence : sequences) {
            for (int end = sequence.length; end > 1; end -= length) {
                windows.add(Arrays.copyOfRange(sequence, Math.max(0, end - length - 1), end));
            }
        }
        return windows;
    }
}
