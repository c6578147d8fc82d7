package org.kanmai.ranking.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.Example;
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
    private static final int LAYOUT = 1;
    private static final int BATCH = 256;
    private static final int BATCHES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int HELD = 2_000;
    private static final int HELD_EVERY = 16;
    private static final int PARTITIONS = 1_024;

    private final Trainer trainer;
    private final ExampleJoin join;
    private final ArrayDeque<Labelled> held;
    private final ArrayDeque<Labelled> ready;
    private final Map<Integer, Long> next;
    private Instant learnedAt = Instant.EPOCH;

    private Learner(Trainer trainer, ExampleJoin join, Map<Integer, Long> next) {
        this.trainer = trainer;
        this.join = join;
        this.held = new ArrayDeque<>();
        this.ready = new ArrayDeque<>();
        this.next = next;
    }

    /** Begins with nothing learned. */
    public static Learner begin(NetworkSettings settings) {
        return new Learner(new Trainer(SiteShape.shape(), settings), new ExampleJoin(), new TreeMap<>());
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
        in.layout(LAYOUT);
        var next = new TreeMap<Integer, Long>();
        for (int left = in.size(PARTITIONS); left > 0; left--) {
            next.put(in.size(PARTITIONS), in.number());
        }
        var learner = new Learner(Trainer.resume(snapshot), ExampleJoin.read(in), next);
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
        if (offset < next.getOrDefault(partition, 0L)) {
            return;
        }
        next.put(partition, offset + 1);
        fact.ifPresent(join::take);
    }

    /** Returns the next offset to be read of each partition that was read. */
    public Map<Integer, Long> next() {
        return Map.copyOf(next);
    }

    /** Learns at most some batches of what can be told by now; returns how many examples were learned. */
    public int learn(Instant now) {
        join.settle(now).forEach(this::holdOrLearn);
        boolean waited = !learnedAt.plus(PATIENCE).isAfter(now);
        int learned = 0;
        for (int batches = 0; batches < BATCHES && (ready.size() >= BATCH || (waited && !ready.isEmpty())); batches++) {
            learned += learnBatch();
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

    private int learnBatch() {
        var batch = new ArrayList<Example>(BATCH);
        while (batch.size() < BATCH && !ready.isEmpty()) {
            batch.add(ready.remove().example());
        }
        trainer.learn(batch);
        return batch.size();
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
        var out = new LayoutWriter(LAYOUT).number(next.size());
        next.forEach((partition, offset) -> out.number(partition).number(offset));
        join.write(out);
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
