package org.kanmai.app.live.nodes;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came of one room from elsewhere: each envelope counts once, and one that is missing is noticed. */
final class Incoming {
    private static final int MOST_NODES = 1_024;

    private final Map<String, Long> newest = new LinkedHashMap<>(16, 0.75f, true);

    /** What an envelope is to whoever gets it. */
    enum Arrival {
        NEW,
        KNOWN,
        /** It is new, and there was something before it that did not come. */
        AFTER_A_GAP
    }

    synchronized Arrival take(Envelope envelope) {
        var before = newest.get(envelope.node());
        if (before != null && envelope.number() <= before) {
            return Arrival.KNOWN;
        }
        newest.put(envelope.node(), envelope.number());
        if (newest.size() > MOST_NODES) {
            newest.remove(newest.keySet().iterator().next());
        }
        boolean gap = envelope.missed() || (before != null && envelope.number() > before + 1);
        return gap ? Arrival.AFTER_A_GAP : Arrival.NEW;
    }
}
