package org.kanmai.app.aftersales.reviews;

import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;

/** Which reviews somebody wants to see. */
enum Wanted implements Code {
    ALL(""),
    PICTURES("and pictured"),
    LOW("and stars <= 2"),
    FOLLOW_UP("and followed");

    private final String condition;

    Wanted(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static Wanted parse(String sent) {
        try {
            return Code.parse(Wanted.class, sent);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("with", "must be all, pictures, low or follow-up");
        }
    }
}
