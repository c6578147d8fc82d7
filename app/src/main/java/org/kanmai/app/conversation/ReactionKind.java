package org.kanmai.app.conversation;

import org.kanmai.facts.Code;
import org.kanmai.facts.Engagement;

/** How a person can react to a work. */
enum ReactionKind implements Code {
    LIKE(Engagement.LIKED, Engagement.UNLIKED),
    FAVOURITE(Engagement.FAVOURITED, Engagement.UNFAVOURITED),
    NOT_INTERESTED(Engagement.NOT_INTERESTED, Engagement.INTERESTED);

    private final Engagement given;
    private final Engagement taken;

    ReactionKind(Engagement given, Engagement taken) {
        this.given = given;
        this.taken = taken;
    }

    Engagement given() {
        return given;
    }

    Engagement taken() {
        return taken;
    }
}
