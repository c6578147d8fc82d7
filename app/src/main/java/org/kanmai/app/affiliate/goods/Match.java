package org.kanmai.app.affiliate.goods;

import org.kanmai.app.content.understanding.Kinship;
import org.kanmai.facts.WorkId;

/**
 * How well a product suits what a creator shows (AX-06).
 *
 * @param percent 0-100
 * @param work the creator's work that is the most like it: the reason
 */
record Match(int percent, WorkId work, String title) {
    /** What unrelated Chinese texts have in common by bge-small-zh, and what near paraphrases have. */
    private static final float NOTHING = 0.3f;

    private static final float ALL = 0.8f;

    static Match of(Kinship.Closest closest, String title) {
        float share = (closest.likeness() - NOTHING) / (ALL - NOTHING);
        return new Match(Math.round(100 * Math.clamp(share, 0, 1)), closest.work(), title);
    }
}
