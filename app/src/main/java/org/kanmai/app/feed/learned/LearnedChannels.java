package org.kanmai.app.feed.learned;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.recall.Contents;
import org.kanmai.ranking.recall.Interactions;
import org.kanmai.ranking.recall.RandomWalks;
import org.kanmai.ranking.recall.Recall;
import org.kanmai.ranking.recall.TwoTower;
import org.kanmai.ranking.sequence.SequenceRecall;
import org.springframework.stereotype.Component;

/** What the channels have learned last; until then they find nothing. */
@Component
public class LearnedChannels {
    private static final int PASSES = 10;
    private static final RandomWalks.Settings WALKS = new RandomWalks.Settings(5_000, 20, 0.5, 0.2, 1);

    private volatile Map<Source, Recall> channels = Map.of();

    /** Returns works for who likes some, the newest first; the best first, none of those that are liked. */
    public List<WorkId> find(Source channel, List<WorkId> liked, int most) {
        var recall = channels.get(channel);
        return recall == null || liked.isEmpty()
                ? List.of()
                : recall.recall(liked.stream().map(WorkId::value).toList(), most).stream()
                        .map(found -> new WorkId(found.work()))
                        .toList();
    }

    /** Learns all anew, one after the other; asked meanwhile, they answer as before. */
    void learn(Interactions likings, Contents contents) {
        var learned = new EnumMap<Source, Recall>(Source.class);
        learned.put(Source.CONTENT, TwoTower.learn(likings, contents, towers(likings.size())));
        learned.put(Source.GRAPH, new RandomWalks(likings, WALKS));
        learned.put(Source.SEQUENCE, SequenceRecall.learn(likings, SequenceRecall.Settings.USUAL));
        channels = Map.copyOf(learned);
    }

    /** As usual, but where there is little to learn from no more than some passes over it. */
    private static TwoTower.Settings towers(int likings) {
        var usual = TwoTower.Settings.USUAL;
        int batch = Math.clamp(likings / 4, 1, usual.batch());
        int steps = Math.clamp((long) PASSES * likings / batch, 1, usual.steps());
        return new TwoTower.Settings(
                usual.size(), steps, batch, usual.history(), usual.rate(), usual.heat(), usual.fields(), usual.seed());
    }
}
