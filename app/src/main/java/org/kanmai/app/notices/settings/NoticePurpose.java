package org.kanmai.app.notices.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.kanmai.facts.Code;

/** What a notice is for; people choose by purpose what they are told of. */
public enum NoticePurpose implements Code {
    /** What becomes of one's orders; always in the inbox. */
    ORDERS(true),
    /** What was decided about what one shows. */
    REVIEWS(true),
    /** What others say and like. */
    CONVERSATION(false),
    /** Who follows. */
    FOLLOWING(false),
    /** What a shop has sold. */
    SHOP(true),
    /** Alarms for operators. */
    PLATFORM(true),
    /** Advertising, only for those who consented to it. */
    OFFERS(false),
    /** Rooms that are live or begin soon, and who names one in them. */
    LIVE(false);

    private final boolean mailed;

    NoticePurpose(boolean mailed) {
        this.mailed = mailed;
    }

    /** Returns whether nobody can turn it off in the inbox. */
    public boolean fixed() {
        return this == ORDERS;
    }

    /** Returns whether people cause it, so that there may be more of it than anybody wants to read. */
    public boolean social() {
        return this == CONVERSATION || this == FOLLOWING || this == LIVE;
    }

    static Set<NoticePurpose> usualByMail() {
        return where(purpose -> purpose.mailed);
    }

    static Set<NoticePurpose> where(Predicate<NoticePurpose> holds) {
        var some = EnumSet.noneOf(NoticePurpose.class);
        Arrays.stream(values()).filter(holds).forEach(some::add);
        return Collections.unmodifiableSet(some);
    }
}
