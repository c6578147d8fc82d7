package org.kanmai.ranking.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;
import org.kanmai.ranking.evaluation.kuairand.Work;
import org.kanmai.ranking.evaluation.metrics.Offers;
import org.kanmai.ranking.recall.Interactions;
import org.kanmai.ranking.recall.ItemToItem;
import org.kanmai.ranking.recall.LightGcn;
import org.kanmai.ranking.recall.Popularity;
import org.kanmai.ranking.recall.RandomWalks;
import org.kanmai.ranking.recall.Recall;
import org.kanmai.ranking.recall.TwoTower;

/** The channels of recall, learned from the same likings and asked by the same viewers: what of the later days do they find? */
final class Channels {
    private static final int MOST_LIKINGS = 5_000_000;
    private static final int HISTORY = 50;
    private static final int MOST = 100;
    private static final int SPARE = 200;

    private final KuaiRand log;
    private final Interactions likings = new Interactions(MOST_LIKINGS);
    private final Map<Long, Deque<Long>> liked = new HashMap<>();
    private final Map<Long, Set<Long>> seen = new HashMap<>();
    private final TreeMap<Long, Set<Long>> wanted = new TreeMap<>();
    private final Map<Long, Integer> knownBy = new HashMap<>();

    /**
     * What a channel offers.
     *
     * @param recall50 mean share of what viewers viewed long later that is among the first 50
     */
    record Figures(double recall50, double recall100, double coverage, double novelty, double gini) {}

    Channels(KuaiRand log, Split split) {
        this.log = log;
        Likings.of(log, split, (viewer, work) -> {
            likings.add(viewer, work);
            liked.computeIfAbsent(viewer, unseen -> new ArrayDeque<>()).addFirst(work);
        });
        log.pasts()
                .forEach((viewer, past) -> Stream.of(past.watched(), past.longWatched())
                        .flatMap(List::stream)
                        .forEach(work -> see(viewer, work)));
        split.learned()
                .forEach(each -> see(each.exposure().viewer(), each.exposure().work()));
        split.tested().stream()
                .map(each -> each.exposure())
                .filter(each -> each.did(Task.LONG_VIEW) && liked.containsKey(each.viewer()))
                .filter(each -> !seen.getOrDefault(each.viewer(), Set.of()).contains(each.work()))
                .forEach(each -> wanted.computeIfAbsent(each.viewer(), unseen -> new HashSet<>())
                        .add(each.work()));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("nobody viewed anything new long on the tested days");
        }
    }

    private void see(long viewer, long work) {
        if (seen.computeIfAbsent(viewer, unseen -> new HashSet<>()).add(work)) {
            knownBy.merge(work, 1, Integer::sum);
        }
    }

    /** Returns how many viewers are asked for. */
    int viewers() {
        return wanted.size();
    }

    /** Returns the channels by name, each learned when it is asked for. */
    Map<String, Supplier<Recall>> all() {
        var all = new LinkedHashMap<String, Supplier<Recall>>();
        all.put("popularity", () -> new Popularity(likings));
        all.put("item to item", this::itemToItem);
        all.put("random walks", () -> new RandomWalks(likings, RandomWalks.Settings.USUAL));
        all.put("LightGCN", () -> LightGcn.learn(likings, LightGcn.Settings.USUAL));
        all.put("two towers", () -> TwoTower.learn(likings, contents(), TwoTower.Settings.USUAL));
        return all;
    }

    private ItemToItem itemToItem() {
        var channel = new ItemToItem(ItemToItem.Settings.USUAL);
        new TreeMap<>(liked).forEach((viewer, works) -> works.reversed().forEach(work -> channel.learn(viewer, work)));
        return channel;
    }

    private Map<Long, List<Long>> contents() {
        var contents = new HashMap<Long, List<Long>>();
        log.works().forEach((id, work) -> contents.put(id, content(work)));
        return contents;
    }

    private static List<Long> content(Work work) {
        var fields = new ArrayList<Long>();
        fields.add(field(1, work.author()));
        fields.add(field(2, work.music()));
        fields.add(field(3, work.musicType()));
        fields.add(field(4, work.uploadType().hashCode()));
        fields.add(field(5, Math.round(2 * Math.log1p(work.durationMillis() / 1000.0))));
        work.tags().forEach(tag -> fields.add(field(6, tag)));
        return fields;
    }

    private static long field(long kind, long value) {
        return (kind << 56) | (value & 0xff_ffff_ffff_ffffL);
    }

    /** Asks a channel for every viewer. */
    Figures measure(Recall channel) {
        var lists = new ArrayList<List<Long>>();
        double fifty = 0;
        double hundred = 0;
        for (var viewer : wanted.entrySet()) {
            var history = liked.getOrDefault(viewer.getKey(), new ArrayDeque<>()).stream()
                    .distinct()
                    .limit(HISTORY)
                    .toList();
            var known = seen.getOrDefault(viewer.getKey(), Set.of());
            var offered = channel.recall(history, MOST + SPARE).stream()
                    .map(Recall.Found::work)
                    .filter(work -> !known.contains(work))
                    .limit(MOST)
                    .toList();
            lists.add(offered);
            fifty += Offers.recall(offered, viewer.getValue(), MOST / 2);
            hundred += Offers.recall(offered, viewer.getValue(), MOST);
        }
        int works = log.works().size();
        return new Figures(
                fifty / lists.size(),
                hundred / lists.size(),
                Offers.coverage(lists, works),
                Offers.novelty(lists, knownBy, seen.size()),
                Offers.gini(lists, works));
    }
}
