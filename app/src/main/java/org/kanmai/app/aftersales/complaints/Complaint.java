package org.kanmai.app.aftersales.complaints;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.ComplaintId;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/**
 * A complaint as it is kept.
 *
 * @param due when silence is an answer; with an operator, until when it should be decided
 * @param stars how its buyer found it was handled; absent until said
 */
record Complaint(
        ComplaintId id,
        OrderId order,
        PersonId buyer,
        ShopId shop,
        Topic topic,
        State state,
        Said said,
        Moments moments,
        @Nullable Instant due,
        @Nullable Integer stars) {

    /** What it is about. */
    enum Topic implements Code {
        NOT_SENT,
        GOODS,
        SERVICE,
        PROMISE,
        OTHER
    }

    /** Where it stands. */
    enum State implements Code {
        /** The shop is to answer. */
        OPEN,
        /** The buyer is to say whether that is enough. */
        ANSWERED,
        /** An operator is to decide. */
        ESCALATED,
        DECIDED,
        CLOSED;

        /** Returns what becomes of it; empty when the verb comes at the wrong time. */
        Optional<State> after(Verb verb) {
            return Optional.ofNullable(
                    switch (verb) {
                        case ANSWER -> this == OPEN ? ANSWERED : null;
                        case ESCALATE -> this == OPEN || this == ANSWERED ? ESCALATED : null;
                        case DECIDE -> this == ESCALATED ? DECIDED : null;
                        case CLOSE -> this == DECIDED || this == CLOSED ? null : CLOSED;
                    });
        }

        /** Returns what silence does to it; empty where it does nothing. */
        Optional<Verb> silence() {
            return switch (this) {
                case OPEN -> Optional.of(Verb.ESCALATE);
                case ANSWERED -> Optional.of(Verb.CLOSE);
                case ESCALATED, DECIDED, CLOSED -> Optional.empty();
            };
        }
    }

    /** What can be done with it. */
    enum Verb {
        ANSWER,
        ESCALATE,
        DECIDE,
        CLOSE
    }

    /** What was said by buyer, shop and operator; empty until it was. */
    record Said(String words, String answer, String verdict) {}

    /** When it came into its states; absent for those that it has not been in. */
    record Moments(
            Instant asked,
            @Nullable Instant answered,
            @Nullable Instant escalated,
            @Nullable Instant decided) {}
}
