package org.kanmai.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.kanmai.facts.WorkId;

/**
 * The works that viewers like as well as one, each with how much says so; it halves every 14 days, so that what was near once
 * gives way to what is near now. It holds numbers of works and no viewer.
 *
 * <p>More are kept while they are counted than a request is told, so that a new neighbour has time to come up.
 */
public final class WorkNeighbours {
    /** How many neighbours are kept while they are counted. */
    public static final int COUNTED = 200;

    /** How many are told to a request, the nearest. */
    public static final int TOLD = 50;

    /** In what time nearness halves. */
    public static final Duration HALF_LIFE = Duration.ofDays(14);

    /** For how long they are kept after somebody last liked the work. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** The neighbours of a work of which nothing is known. */
    public static final WorkNeighbours NONE = new WorkNeighbours(0, Weights.none());

    private static final int LAYOUT = 1;

    private final long second;
    private final Weights<Long> weights;

    private WorkNeighbours(long second, Weights<Long> weights) {
        this.second = second;
        this.weights = weights;
    }

    /** Returns the Redis key of a work's neighbours. */
    public static String key(WorkId work) {
        return "work:" + work + ":neighbours";
    }

    /** Returns the neighbours after a viewer's liking of a time, which counts as much for each of some works. */
    public WorkNeighbours plus(Collection<WorkId> near, double share, Instant at) {
        long newest = Math.max(second, at.getEpochSecond());
        var works = near.stream().map(WorkId::value).distinct().toList();
        double aged = decay(newest - second);
        double late = decay(newest - at.getEpochSecond());
        return new WorkNeighbours(newest, weights.next(aged, works, share * late, COUNTED));
    }

    private static double decay(long seconds) {
        return Math.exp(-Math.log(2) * seconds / HALF_LIFE.toSeconds());
    }

    /** Hands over each neighbour with how near it is. */
    public void forEach(ObjDoubleConsumer<WorkId> each) {
        weights.forEach((work, weight) -> each.accept(new WorkId(work), weight));
    }

    /** Returns the nearest, the nearest first. */
    public List<WorkId> nearest(int most) {
        return weights.best(most).stream().map(WorkId::new).toList();
    }

    /** Returns what a request needs to know. */
    public WorkNeighbours told() {
        var best = weights.best(TOLD);
        return new WorkNeighbours(
                second, Weights.of(best, best.stream().mapToDouble(weights::of).toArray()));
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        var out = new LayoutWriter(LAYOUT).number(second).number(weights.size());
        weights.forEach((work, weight) -> out.number(work).weight(weight));
        return out.bytes();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static WorkNeighbours parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        long second = in.number();
        int size = in.size(COUNTED);
        var works = new ArrayList<Long>(size);
        double[] weights = new double[size];
        for (int at = 0; at < size; at++) {
            works.add(in.number());
            weights[at] = in.weight();
        }
        return new WorkNeighbours(second, Weights.of(works, weights));
    }
}
