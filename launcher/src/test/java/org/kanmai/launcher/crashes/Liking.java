package org.kanmai.launcher.crashes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.launcher.Caller;

/** People who like one work after the other. */
final class Liking extends Work {
    private final Deque<Like> left = new ArrayDeque<>();
    private final Map<String, Integer> acknowledged = new TreeMap<>();

    /** Somebody is going to like a work. */
    private record Like(Caller fan, String work) {}

    Liking(List<Caller> fans, List<String> works) {
        works.forEach(work -> fans.forEach(fan -> left.add(new Like(fan, work))));
    }

    /** How many likes of each work the server said it took. */
    synchronized Map<String, Integer> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    @Override
    void step() {
        if (!left.isEmpty()) {
            give(left.element());
            left.remove();
        }
    }

    /** The one that was not answered may have counted or not; liking twice is liking once. */
    @Override
    void settle() {
        step();
    }

    private void give(Like like) {
        like.fan().put("/api/works/" + like.work() + "/like").must(200);
        synchronized (this) {
            acknowledged.merge(like.work(), 1, Integer::sum);
        }
    }
}
