package org.kanmai.facts;

import java.time.Instant;

/** Something that happened: immutable, in the past tense, on the log as JSON for ever. */
public sealed interface Fact {

    /** Returns the id, which with {@link #kind()} is unique; a repeated fact has the same. */
    String identity();

    /** Returns when it happened, by the clock of the process that accepted it. */
    Instant at();

    /** Returns whether people or the simulator did it. */
    Origin origin();

    /** Returns the topic that carries it first. */
    Topic topic();

    /** Returns the key on that topic. */
    long key();

    /** Returns the value of {@code "kind"} in JSON. */
    default String kind() {
        return FactKind.of(this).code();
    }

    /** A fact about one viewer, under a pseudonym. */
    sealed interface OfViewer extends Fact permits Served, OfSubject, Attended, ConsentChanged, PseudonymRetired {
        /** Returns the viewer's pseudonym. */
        Pseudonym pseudonym();

        @Override
        default Topic topic() {
            return Topic.VIEWER;
        }

        @Override
        default long key() {
            return pseudonym().value();
        }
    }

    /** A fact of one viewer about one subject, followed back to an exposure when there was one. */
    sealed interface OfSubject extends OfViewer permits Exposed, Watched, Opened, Shared, Engaged, Converted {
        /** Returns what it is about. */
        Subject subject();

        /** Returns why the subject was shown. */
        Source source();
    }

    /** A fact about one order. */
    sealed interface OfOrder extends Fact permits OrderPlaced, OrderMoved {
        /** Returns the order. */
        OrderId order();

        @Override
        default Topic topic() {
            return Topic.TRADE;
        }

        @Override
        default long key() {
            return order().value();
        }
    }

    /** A fact about one work. */
    sealed interface OfWork extends Fact
            permits WorkPublished, WorkWithdrawn, PoolOpened, PoolDue, PoolJudged, HotReviewed {
        /** Returns the work. */
        WorkId work();

        @Override
        default Topic topic() {
            return Topic.WORK;
        }

        @Override
        default long key() {
            return work().value();
        }
    }

    /** A fact about one live room, of no single viewer. */
    sealed interface OfRoom extends Fact permits RoomOpened, RoomEnded, RoomExplained, RoomSold {
        /** Returns the room. */
        RoomId room();

        @Override
        default Topic topic() {
            return Topic.WORK;
        }

        @Override
        default long key() {
            return room().value();
        }
    }

    /** A fact about how works are distributed, of no single one. */
    sealed interface OfDistribution extends Fact permits RoundHeld, PolicyReleased {
        /** Returns the fact's own id. */
        long id();

        @Override
        default Topic topic() {
            return Topic.WORK;
        }

        @Override
        default long key() {
            return id();
        }
    }
}
