package org.kanmai.ranking.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.Impression;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.recall.ItemToItem;

/** What the models say of the impressions of a test. */
public final class Scored {
    private static final double DOUBT = 20;

    private Scored() {}

    /** Returns a network's outcomes. */
    public static Map<Task, Outcome> of(Network network, List<Impression> tested) {
        var scores = new double[Task.values().length][tested.size()];
        for (int place = 0; place < tested.size(); place++) {
            var told = tested.get(place).scored(network);
            for (int task = 0; task < told.length; task++) {
                scores[task][place] = told[task];
            }
        }
        var outcomes = new EnumMap<Task, Outcome>(Task.class);
        int place = 0;
        for (var task : Task.values()) {
            outcomes.put(task, new Outcome(tested, task, scores[place++]));
        }
        return outcomes;
    }

    /** Returns the outcome of each work's share of positives on the days learned from, drawn towards that of all. */
    public static Outcome popularity(Split split, Task task) {
        var shown = new HashMap<Long, Integer>();
        var done = new HashMap<Long, Integer>();
        int all = 0;
        for (var each : split.learned()) {
            shown.merge(each.exposure().work(), 1, Integer::sum);
            done.merge(each.exposure().work(), each.exposure().did(task) ? 1 : 0, Integer::sum);
            all += each.exposure().did(task) ? 1 : 0;
        }
        double usual = (double) all / split.learned().size();
        var scores = split.tested().stream()
                .map(each -> each.exposure().work())
                .mapToDouble(
                        work -> (done.getOrDefault(work, 0) + DOUBT * usual) / (shown.getOrDefault(work, 0) + DOUBT))
                .toArray();
        return new Outcome(split.tested(), task, scores);
    }

    /** Returns the outcome of how near each work is to what its viewer viewed long. */
    public static Outcome itemToItem(KuaiRand log, Split split, Task task) {
        var channel = new ItemToItem(ItemToItem.Settings.USUAL);
        var liked = new HashMap<Long, Deque<Long>>();
        LongViews.of(log, split, (viewer, work) -> {
            channel.learn(viewer, work);
            liked.computeIfAbsent(viewer, unseen -> new ArrayDeque<>()).addFirst(work);
        });
        var scores = split.tested().stream()
                .mapToDouble(each -> channel.score(
                        liked.getOrDefault(each.exposure().viewer(), new ArrayDeque<>()).stream()
                                .limit(50)
                                .toList(),
                        each.exposure().work()))
                .toArray();
        return new Outcome(split.tested(), task, scores);
    }
}
