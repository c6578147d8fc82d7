package org.kanmai.app.live.relay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.facts.Binary;

/** One room's stream: who joins gets its beginning and everything since the newest keyframe, then what follows. */
public final class Relay {
    private static final int MOST_FRAGMENTS = 100;

    private final Set<Watching> viewers = ConcurrentHashMap.newKeySet();
    private final List<Fragment> since = new ArrayList<>();
    private @Nullable Beginning beginning;

    /** Begins a stream; who watches another one goes over to it. */
    public synchronized void begin(Beginning begins) {
        beginning = begins;
        since.clear();
        viewers.forEach(viewer -> viewer.begin(begins, List.of()));
    }

    /** Hands a fragment on; what comes before the first keyframe can't be shown and is dropped. */
    public synchronized void add(Fragment fragment) {
        if (fragment.keyframe()) {
            since.clear();
        } else if (since.isEmpty() || since.size() == MOST_FRAGMENTS) {
            since.clear();
            return;
        }
        since.add(fragment);
        viewers.forEach(viewer -> viewer.add(fragment));
    }

    /** Returns the beginning with the newest keyframe; empty before there is one. */
    public synchronized Optional<Binary> newest() {
        if (beginning == null || since.isEmpty()) {
            return Optional.empty();
        }
        var first = beginning.content().bytes();
        var picture = since.getFirst().content().bytes();
        var both = Arrays.copyOf(first, first.length + picture.length);
        System.arraycopy(picture, 0, both, first.length, picture.length);
        return Optional.of(Binary.of(both));
    }

    /** Lets somebody watch. */
    public synchronized Watching join() {
        var viewer = new Watching();
        if (beginning != null) {
            viewer.begin(beginning, since);
        }
        viewers.add(viewer);
        return viewer;
    }

    /** Somebody watches no longer. */
    public void leave(Watching viewer) {
        viewers.remove(viewer);
        viewer.end();
    }

    /** Ends it for everybody. */
    public synchronized void end() {
        viewers.forEach(Watching::end);
        viewers.clear();
    }
}
