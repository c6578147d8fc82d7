package org.kanmai.distribution.judging;

import org.kanmai.distribution.policy.Outcome;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PoolRules;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Watched;

/** What a fact adds to the outcomes of the exposure that led to it, as bits of {@link Outcome}. */
record Outcomes(PoolRules rules) {

    /** Returns the outcomes after a fact. */
    int after(int outcomes, Fact.OfSubject fact) {
        return switch (fact) {
            case Watched watched -> outcomes | watched(watched);
            case Engaged engaged -> engaged(outcomes, engaged);
            case Shared ignored -> outcomes | Outcome.SHARE.bit();
            case Converted converted ->
                converted.conversion() == Conversion.PAID ? outcomes | Outcome.CONVERSION.bit() : outcomes;
            default -> outcomes;
        };
    }

    private int watched(Watched watched) {
        int outcomes = watched.watchedMillis() >= rules.playedMillis() ? Outcome.PLAY.bit() : 0;
        outcomes |= watched.watchedMillis() >= rules.heldMillis() ? Outcome.HOLD.bit() : 0;
        return outcomes | (completed(watched) ? Outcome.COMPLETION.bit() : 0);
    }

    private boolean completed(Watched watched) {
        return watched.loops() > 0
                || (watched.durationMillis() > 0
                        && watched.positionMillis() >= watched.durationMillis() * rules.completed());
    }

    private static int engaged(int outcomes, Engaged engaged) {
        return switch (engaged.engagement()) {
            case LIKED -> outcomes | Outcome.LIKE.bit();
            case UNLIKED -> outcomes & ~Outcome.LIKE.bit();
            case COMMENTED -> outcomes | Outcome.COMMENT.bit();
            case UNCOMMENTED -> outcomes & ~Outcome.COMMENT.bit();
            case FOLLOWED -> outcomes | Outcome.FOLLOW.bit();
            case UNFOLLOWED -> outcomes & ~Outcome.FOLLOW.bit();
            default -> outcomes;
        };
    }
}
