package org.kanmai.distribution.policy;

import java.util.List;
import java.util.Optional;

/** What one exposure of a work may have led to, yes or no. */
public enum Outcome {
    PLAY("play", 0, 0),
    COMPLETION("completion", 1, 1),
    LIKE("like", 2, 0),
    COMMENT("comment", 3, 0),
    SHARE("share", 4, 0),
    /** The viewer bought something that the work shows. */
    CONVERSION("conversion", 5, 0),
    /** Shown beside the others, never in the score. */
    HOLD("hold", 6, 1),
    /** Shown beside the others, never in the score. */
    FOLLOW("follow", 7, 0);

    /** What the score of every work is made of, in the order of the document. */
    public static final List<Outcome> SCORED = List.of(PLAY, COMPLETION, LIKE, COMMENT, SHARE);

    private final String key;
    private final int bit;
    private final int presupposed;

    Outcome(String key, int place, int presupposed) {
        this.key = key;
        this.bit = 1 << place;
        this.presupposed = presupposed;
    }

    /** Returns its name in documents. */
    public String key() {
        return key;
    }

    /** Returns its bit in a set of outcomes. */
    public int bit() {
        return bit;
    }

    /** Returns the bits of what usually is so when this is: who completed has played. */
    public int presupposed() {
        return presupposed;
    }

    /** Returns the outcome of a name in documents. */
    public static Optional<Outcome> of(String key) {
        for (var outcome : values()) {
            if (outcome.key.equals(key)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
