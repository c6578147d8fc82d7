package org.kanmai.ranking.evaluation.channels;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.metrics.Offers;
import org.kanmai.ranking.recall.Contents;
import org.kanmai.ranking.recall.Fusion;
import org.kanmai.ranking.recall.ItemToItem;
import org.kanmai.ranking.recall.LightGcn;
import org.kanmai.ranking.recall.Popularity;
import org.kanmai.ranking.recall.RandomWalks;
import org.kanmai.ranking.recall.Recall;
import org.kanmai.ranking.recall.TwoTower;
import org.kanmai.ranking.sequence.SequenceRecall;

/** The channels of recall, learned from the same likings and asked by the same viewers: what do they find of what was liked later? */
public final class Channels {
    private static final int HISTORY = 50;
    private static final int MOST = 100;
    private static final int SPARE = 200;

    private final Likings likings;

    /**
     * What a channel offers.
     *
     * @param recall50 mean share of what viewers liked later that is among the first 50
     */
    record Figures(double recall50, double recall100, double coverage, double novelty, double gini) {}

    /** Takes likings of which some are asked for. */
    public Channels(Likings likings) {
        this.likings = likings;
    }

    /** Prints a row for each channel, learned one after the other, and says the name of each that is done. */
    public void print(Tongue tongue, PrintStream out, Consumer<String> done) {
        out.println(tongue.say("viewers: ", "观众：") + likings.viewers());
        out.println(tongue.say(
                "| channel | recall@50 | recall@100 | coverage | novelty, bits | Gini |",
                "| 通道 | 召回@50 | 召回@100 | 覆盖率 | 新颖度（比特） | 基尼 |"));
        out.println("|---|---|---|---|---|---|");
        var offered = new LinkedHashMap<String, Map<Long, List<Long>>>();
        all().forEach((name, channel) -> {
            var lists = offers(channel.get());
            print(name, measure(lists), out);
            offered.put(name, lists);
            done.accept(name);
        });
        print(tongue.say("all together", "全部一起"), measure(together(offered, "")), out);
        offered.keySet()
                .forEach(left -> print(
                        tongue.say("all but " + left, "除 " + left + " 外"), measure(together(offered, left)), out));
    }

    /** Returns for each viewer one list of those of all channels but one. */
    private static Map<Long, List<Long>> together(Map<String, Map<Long, List<Long>>> offered, String left) {
        var together = new TreeMap<Long, List<Long>>();
        var kept = offered.keySet().stream().filter(name -> !name.equals(left)).toList();
        var viewers = offered.values().iterator().next().keySet();
        for (long viewer : viewers) {
            var lists = kept.stream()
                    .map(name -> offered.getOrDefault(name, Map.of()).getOrDefault(viewer, List.of()))
                    .toList();
            together.put(viewer, Fusion.of(lists, MOST));
        }
        return together;
    }

    private static void print(String name, Figures figures, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %.3f | %.2f | %.3f |%n",
                name,
                figures.recall50(),
                figures.recall100(),
                figures.coverage(),
                figures.novelty(),
                figures.gini());
    }

    /** Returns the channels by name, each learned when it is asked for. */
    Map<String, Supplier<Recall>> all() {
        var told = likings.interactions();
        var all = new LinkedHashMap<String, Supplier<Recall>>();
        all.put("popularity", () -> new Popularity(told));
        all.put("item to item", this::itemToItem);
        all.put("random walks", () -> new RandomWalks(told, RandomWalks.Settings.USUAL));
        all.put("LightGCN", () -> LightGcn.learn(told, LightGcn.Settings.USUAL));
        all.put("two towers", () -> TwoTower.learn(told, Contents.of(likings.contents()), TwoTower.Settings.USUAL));
        all.put("sequence", () -> SequenceRecall.learn(told, SequenceRecall.Settings.USUAL));
        return all;
    }

    private ItemToItem itemToItem() {
        var channel = new ItemToItem(ItemToItem.Settings.USUAL);
        likings.liked().forEach((viewer, works) -> works.reversed().forEach(work -> channel.learn(viewer, work)));
        return channel;
    }

    /** Asks a channel for every viewer; returns what each has not seen, the best first. */
    Map<Long, List<Long>> offers(Recall channel) {
        var offers = new TreeMap<Long, List<Long>>();
        for (long viewer : likings.wanted().keySet()) {
            var known = likings.seenBy(viewer);
            offers.put(
                    viewer,
                    channel.recall(likings.newest(viewer, HISTORY), MOST + SPARE).stream()
                            .map(Recall.Found::work)
                            .filter(work -> !known.contains(work))
                            .limit(MOST)
                            .toList());
        }
        return offers;
    }

    /** Measures what is offered to every viewer. */
    Figures measure(Map<Long, List<Long>> offers) {
        double fifty = 0;
        double hundred = 0;
        for (var viewer : likings.wanted().entrySet()) {
            var offered = offers.getOrDefault(viewer.getKey(), List.of());
            fifty += Offers.recall(offered, viewer.getValue(), MOST / 2);
            hundred += Offers.recall(offered, viewer.getValue(), MOST);
        }
        var lists = List.copyOf(offers.values());
        int works = likings.contents().size();
        return new Figures(
                fifty / lists.size(),
                hundred / lists.size(),
                Offers.coverage(lists, works),
                Offers.novelty(lists, likings.knownBy(), likings.audience()),
                Offers.gini(lists, works));
    }
}
