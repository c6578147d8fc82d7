package org.kanmai.app.feed.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.recall.Contents;
import org.kanmai.ranking.recall.Interactions;
import org.springframework.stereotype.Component;

/** Teaches channels of its own who likes what, as the log would. */
@Component
public class Taught {
    private static final int VIEWERS = 60;

    private final WorkContents contents;

    Taught(WorkContents contents) {
        this.contents = contents;
    }

    /** Has half of the viewers like the ones and half the others, each in an order of their own; of works that nobody has seen the contents are known. */
    public LearnedChannels circles(List<WorkId> ones, List<WorkId> others, List<WorkId> unseen) {
        var likings = new Interactions(VIEWERS * Math.max(ones.size(), others.size()));
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            var liked = new ArrayList<>(viewer % 2 == 0 ? ones : others);
            Collections.shuffle(liked, new Random(viewer));
            long number = viewer;
            liked.forEach(work -> likings.add(number, work.value()));
        }
        var channels = new LearnedChannels();
        var known = contents.newest(2_000);
        var fields = new HashMap<>(known.fields());
        fields.keySet()
                .retainAll(Stream.of(ones, others, unseen)
                        .flatMap(List::stream)
                        .map(WorkId::value)
                        .toList());
        channels.learn(likings, new Contents(fields, known.meanings()));
        return channels;
    }
}
