package org.kanmai.app.aftersales.returns;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.AftersalesSettings;
import org.kanmai.app.aftersales.returns.Wish.Kind;
import org.kanmai.app.aftersales.returns.Wish.State;

/** The whole machine of a wish: which state follows on which verb, how long silence may last, and what it says. */
final class Walk {
    private Walk() {}

    /** What can be done with a wish. */
    enum Verb {
        AGREE,
        REFUSE,
        SEND,
        TAKE_IN,
        REPLACE,
        GIVE_UP_REPLACING,
        WITHDRAW,
        DISPUTE,
        GRANT,
        DENY,
        /** The carrier did not bring it in time: an operator is to decide. */
        ESCALATE,
        /** The whole order was refunded meanwhile. */
        OVERTAKE
    }

    /** Returns what becomes of a wish; empty when the verb comes at the wrong time. */
    static Optional<State> after(State now, Kind kind, Verb verb) {
        return Optional.ofNullable(next(now, kind, verb));
    }

    private static @Nullable State next(State now, Kind kind, Verb verb) {
        return switch (verb) {
            case AGREE -> now == State.ASKED ? agreed(kind) : null;
            case REFUSE -> now == State.ASKED || now == State.SENT ? State.REFUSED : null;
            case SEND -> now == State.AGREED ? State.SENT : null;
            case TAKE_IN -> now == State.SENT ? taken(kind) : null;
            case REPLACE -> now == State.TAKEN ? State.REPLACED : null;
            case GIVE_UP_REPLACING -> now == State.TAKEN ? State.REFUNDED : null;
            case WITHDRAW -> isBuyers(now) ? State.WITHDRAWN : null;
            case DISPUTE -> now == State.REFUSED ? State.DISPUTED : null;
            case ESCALATE -> now == State.SENT ? State.DISPUTED : null;
            case GRANT -> now == State.DISPUTED ? State.REFUNDED : null;
            case DENY -> now == State.DISPUTED ? State.DENIED : null;
            case OVERTAKE -> now.isOpen() ? State.WITHDRAWN : null;
        };
    }

    private static State agreed(Kind kind) {
        return kind == Kind.REFUND ? State.REFUNDED : State.AGREED;
    }

    private static State taken(Kind kind) {
        return kind == Kind.EXCHANGE ? State.TAKEN : State.REFUNDED;
    }

    private static boolean isBuyers(State now) {
        return now == State.ASKED || now == State.AGREED || now == State.REFUSED;
    }

    /** Returns how long a state may last; absent for those that are the end. */
    static @Nullable Duration patience(State state, AftersalesSettings settings) {
        return switch (state) {
            case ASKED -> settings.answerWithin();
            case AGREED -> settings.sendWithin();
            case SENT -> settings.checkWithin();
            case TAKEN -> settings.replaceWithin();
            case REFUSED -> settings.disputeWithin();
            case DISPUTED -> settings.decideWithin();
            case REFUNDED, REPLACED, WITHDRAWN, DENIED -> null;
        };
    }

    /** Returns what silence says; empty where it says nothing. */
    static Optional<Verb> silence(State state) {
        return Optional.ofNullable(
                switch (state) {
                    case ASKED -> Verb.AGREE;
                    case AGREED, REFUSED -> Verb.WITHDRAW;
                    case SENT -> Verb.TAKE_IN;
                    case TAKEN -> Verb.GIVE_UP_REPLACING;
                    case DISPUTED, REFUNDED, REPLACED, WITHDRAWN, DENIED -> null;
                });
    }
}
