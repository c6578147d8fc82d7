package org.kanmai.ranking.evaluation.kuairand;

import java.util.List;

/** What a viewer did before the log begins, the newest last. */
public record Past(List<Long> watched, List<Long> liked, List<Long> longWatched) {
    static final Past NONE = new Past(List.of(), List.of(), List.of());

    public Past {
        watched = List.copyOf(watched);
        liked = List.copyOf(liked);
        longWatched = List.copyOf(longWatched);
    }
}
