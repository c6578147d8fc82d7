package org.kanmai.ranking.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.Gate;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.ranking.network.Snapshot;
import org.kanmai.ranking.network.Trainer;

/**
 * Learns a site's network from its log, each fact once. All it knows, what waits to be joined, what is held back to judge by and
 * where the log is to be read on, is in its snapshot: whoever goes on from there comes to the same weights. For one thread.
 */
public final class Learner {
    /** Layout 1 did not know when what was learned had happened. */
    private static final int LAYOUT = 2;

    private static final int BATCH = 256;
    private static final int BATCHES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int HELD = 2_000;
    private static final int HELD_EVERY = 16;
    private static final int PARTITIONS = 1_024;
    private static final int MOST_REFUSALS = 8;

    private final Trainer trainer;
    private final Map<Integer, Lane> lanes = new TreeMap<>();
    private final ArrayDeque<Labelled> held = new ArrayDeque<>();
    private final ArrayDeque<Labelled> ready = new ArrayDeque<>();
    private Instant learnedAt = Instant.EPOCH;
    private int refusals;

    private Learner(Trainer trainer) {
        this.trainer = trainer;
    }

    /** Begins with nothing learned. */
    public static Learner begin(NetworkSettings settings) {
        return new Learner(new Trainer(SiteShape.shape(), settings));
    }

    /**
     * Goes on from a snapshot; empty where its network is of another shape, as an older release may have had. Throws
     * {@link IllegalArgumentException} where the rest can't be read.
     */
    public static Optional<Learner> resume(Snapshot snapshot) {
        if (!snapshot.shape().equals(SiteShape.shape())) {
            return Optional.empty();
        }
        var in = new LayoutReader(snapshot.section());
        if (in.layout(LAYOUT) != LAYOUT) {
            return Optional.empty();
        }
        var learner = new Learner(Trainer.resume(snapshot));
        for (int left = in.size(PARTITIONS); left > 0; left--) {
            learner.lanes.put(in.size(PARTITIONS), Lane.read(in));
        }
        read(in, learner.held);
        read(in, learner.ready);
        learner.learnedAt = Instant.ofEpochMilli(in.number());
        return Optional.of(learner);
    }

    private static void read(LayoutReader in, ArrayDeque<Labelled> to) {
        for (int left = in.size(Integer.MAX_VALUE); left > 0; left--) {
            to.add(Labelled.read(in));
        }
    }

    /** Takes a record of the log: its partition, its offset, and the fact, unless it is of a kind that this release does not know. */
    public void take(int partition, long offset, Optional<Fact> fact) {
        lanes.computeIfAbsent(partition, each -> new Lane()).take(offset, fact);
    }

    /** Returns the next offset to be read of each partition that was read. */
    public Map<Integer, Long> next() {
        var next = new TreeMap<Integer, Long>();
        lanes.forEach((partition, lane) -> next.put(partition, lane.next()));
        return next;
    }

    /** Goes on with the weights, from these offsets on; what waited to be joined or learned is let go. */
    public void skipTo(Map<Integer, Long> offsets) {
        lanes.clear();
        offsets.forEach((partition, offset) -> lanes.put(partition, Lane.at(offset)));
        ready.clear();
        held.clear();
    }

    /**
     * Learns at most some batches of what can be told; returns how many examples were learned.
     *
     * @param caughtUp tells of a partition whether all of it was read; of others no more is told than what they have reached
     */
    public int learn(Instant now, IntPredicate caughtUp) {
        return learn(now, caughtUp, delay -> {});
    }

    /** Does the same, and tells of each learned example for how many milliseconds its newest fact was waiting for that. */
    public int learn(Instant now, IntPredicate caughtUp, LongConsumer delays) {
        lanes.forEach((partition, lane) ->
                lane.settle(caughtUp.test(partition) ? now : lane.reached()).forEach(this::holdOrLearn));
        boolean waited = !learnedAt.plus(PATIENCE).isAfter(now);
        int learned = 0;
        for (int batches = 0; batches < BATCHES && (ready.size() >= BATCH || (waited && !ready.isEmpty())); batches++) {
            learned += learnBatch(now, delays);
            learnedAt = now;
        }
        return learned;
    }

    private void holdOrLearn(long exposure, Labelled labelled) {
        if (Math.floorMod((exposure * 0x9E3779B97F4A7C15L) >>> 20, HELD_EVERY) != 0) {
            ready.add(labelled);
            return;
        }
        held.add(labelled);
        if (held.size() > HELD) {
            held.remove();
        }
    }

    private int learnBatch(Instant now, LongConsumer delays) {
        var batch = new ArrayList<Labelled>(BATCH);
        while (batch.size() < BATCH && !ready.isEmpty()) {
            batch.add(ready.remove());
        }
        long before = trainer.learned();
        trainer.learn(batch.stream().map(Labelled::example).toList());
        int learned = (int) (trainer.learned() - before);
        refusals = learned == 0 ? refusals + 1 : 0;
        if (learned > 0) {
            batch.stream()
                    .mapToLong(Labelled::heardMillis)
                    .filter(heard -> heard > 0)
                    .forEach(heard -> delays.accept(Math.max(0, now.toEpochMilli() - heard)));
        }
        return learned;
    }

    /** Returns how many batches were ever refused because of numbers that are none; no weight changed by them. */
    public long refused() {
        return trainer.refused();
    }

    /** Returns whether nothing can be learned any more: batch after batch is refused, as weights that are no numbers do. */
    public boolean isStuck() {
        return refusals >= MOST_REFUSALS;
    }

    /** Returns how many examples were ever learned in this line of snapshots. */
    public long learned() {
        return trainer.learned();
    }

    /** Returns how many examples wait to be learned. */
    public int waiting() {
        return ready.size();
    }

    /** Returns a network to score with. */
    public Network publish() {
        return trainer.publish();
    }

    /** Returns how far a network is from what was observed in the examples held back. */
    public List<Judgement> judge(Network network) {
        return Judgement.of(network, List.copyOf(held));
    }

    /** Returns what speaks against a network in the place of the former. */
    public List<String> reasonsAgainst(Network network, Optional<Network> former) {
        return Gate.reasonsAgainst(
                network, former, held.stream().map(Labelled::example).toList());
    }

    /** Returns all that is known now. */
    public Snapshot snapshot() {
        var out = new LayoutWriter(LAYOUT).number(lanes.size());
        lanes.forEach((partition, lane) -> lane.write(out.number(partition)));
        write(out, held);
        write(out, ready);
        out.number(learnedAt.toEpochMilli());
        return trainer.snapshot(out.bytes());
    }

    private static void write(LayoutWriter out, ArrayDeque<Labelled> from) {
        out.number(from.size());
        from.forEach(each -> each.write(out));
    }
}
