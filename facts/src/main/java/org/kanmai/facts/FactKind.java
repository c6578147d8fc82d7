package org.kanmai.facts;

import java.util.Optional;

/** The kinds of facts, in the order in which they entered the format. */
enum FactKind implements Code {
    SERVED,
    EXPOSED,
    WATCHED,
    OPENED,
    SHARED,
    ENGAGED,
    CONSENT_CHANGED,
    PSEUDONYM_RETIRED,
    WORK_PUBLISHED,
    WORK_WITHDRAWN,
    CONVERTED,
    ORDER_PLACED,
    ORDER_MOVED,
    POOL_OPENED,
    POOL_DUE,
    POOL_JUDGED,
    ROUND_HELD,
    HOT_REVIEWED,
    POLICY_RELEASED,
    ATTENDED,
    ROOM_OPENED,
    ROOM_ENDED,
    ROOM_EXPLAINED,
    ROOM_SOLD;

    /** Returns the kind with this JSON form; empty when this release does not know it. */
    static Optional<FactKind> called(String code) {
        return Codes.find(FactKind.class, code);
    }

    static FactKind of(Fact fact) {
        return switch (fact) {
            case Served ignored -> SERVED;
            case Exposed ignored -> EXPOSED;
            case Watched ignored -> WATCHED;
            case Opened ignored -> OPENED;
            case Shared ignored -> SHARED;
            case Engaged ignored -> ENGAGED;
            case ConsentChanged ignored -> CONSENT_CHANGED;
            case PseudonymRetired ignored -> PSEUDONYM_RETIRED;
            case WorkPublished ignored -> WORK_PUBLISHED;
            case WorkWithdrawn ignored -> WORK_WITHDRAWN;
            case Converted ignored -> CONVERTED;
            case OrderPlaced ignored -> ORDER_PLACED;
            case OrderMoved ignored -> ORDER_MOVED;
            case PoolOpened ignored -> POOL_OPENED;
            case PoolDue ignored -> POOL_DUE;
            case PoolJudged ignored -> POOL_JUDGED;
            case RoundHeld ignored -> ROUND_HELD;
            case HotReviewed ignored -> HOT_REVIEWED;
            case PolicyReleased ignored -> POLICY_RELEASED;
            case Attended ignored -> ATTENDED;
            case RoomOpened ignored -> ROOM_OPENED;
            case RoomEnded ignored -> ROOM_ENDED;
            case RoomExplained ignored -> ROOM_EXPLAINED;
            case RoomSold ignored -> ROOM_SOLD;
        };
    }
}
