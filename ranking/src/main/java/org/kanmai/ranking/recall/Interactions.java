package org.kanmai.ranking.recall;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Who liked which work, in the order of time; when there are more than it may hold, the oldest are forgotten. */
public final class Interactions {
    private final long[] viewers;
    private final long[] works;
    private long told;

    /** Holds at most some. */
    public Interactions(int most) {
        viewers = new long[most];
        works = new long[most];
    }

    /** Adds the newest. */
    public void add(long viewer, long work) {
        int place = (int) (told++ % viewers.length);
        viewers[place] = viewer;
        works[place] = work;
    }

    /** Returns how many are held. */
    public int size() {
        return (int) Math.min(told, viewers.length);
    }

    /** Returns the works of each viewer, the oldest first. */
    public List<long[]> sequences() {
        var sequences = new TreeMap<Long, LongStream.Builder>();
        for (int place = 0; place < size(); place++) {
            sequences
                    .computeIfAbsent(viewer(place), unseen -> LongStream.builder())
                    .add(work(place));
        }
        return sequences.values().stream().map(each -> each.build().toArray()).toList();
    }

    long viewer(int place) {
        return viewers[slot(place)];
    }

    long work(int place) {
        return works[slot(place)];
    }

    private int slot(int place) {
        return told <= viewers.length ? place : (int) ((told + place) % viewers.length);
    }

    long[] distinctViewers() {
        return Arrays.stream(viewers, 0, size()).distinct().sorted().toArray();
    }

    long[] distinctWorks() {
        return Arrays.stream(works, 0, size()).distinct().sorted().toArray();
    }
}
