package org.kanmai.app.trade.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kanmai.app.trade.orders.OrderRow.State;

/**
 * What has become of one order, by the rules alone: the plain model beside the real thing.
 *
 * @param paidIn whether its money has come, in time or late
 * @param sent whether its units have left
 * @param released whether its money was free to be paid out
 */
record Course(State state, boolean paidIn, boolean sent, boolean released) {
    static final Course PLACED = new Course(State.PLACED, false, false, false);

    /** What can be tried with an order, whatever has become of it. */
    enum Verb {
        PAY,
        EXPIRE,
        CANCEL,
        SHIP,
        RECEIVE,
        RELEASE,
        REFUND
    }

    /** Returns what becomes of it; itself when the verb comes at the wrong time. */
    Course after(Verb verb) {
        return switch (verb) {
            case PAY -> new Course(state == State.PLACED ? State.PAID : state, true, sent, released);
            case EXPIRE -> is(State.PLACED) ? in(State.CLOSED) : this;
            case CANCEL -> is(State.PLACED) ? in(State.CLOSED) : is(State.PAID) ? in(State.REFUNDED) : this;
            case SHIP -> is(State.PAID) ? new Course(State.SHIPPED, paidIn, true, released) : this;
            case RECEIVE -> is(State.SHIPPED) ? in(State.RECEIVED) : this;
            case RELEASE -> is(State.RECEIVED) ? new Course(state, paidIn, sent, true) : this;
            case REFUND -> isSold() ? in(State.REFUNDED) : this;
        };
    }

    boolean changes(Verb verb) {
        return !after(verb).equals(this);
    }

    private boolean is(State other) {
        return state == other;
    }

    private Course in(State next) {
        return new Course(next, paidIn, sent, released);
    }

    boolean isOver() {
        return is(State.CLOSED) || is(State.REFUNDED);
    }

    boolean isSold() {
        return is(State.PAID) || is(State.SHIPPED) || is(State.RECEIVED);
    }

    /** Whether its units are missing on the shelf. */
    boolean holdsUnits() {
        return is(State.PLACED) || isSold() || sent;
    }

    /** Whether its buyer's money is on its way back, or there. */
    boolean goesBack() {
        return paidIn && !isSold();
    }

    /** Returns what may have become of it when some verbs came at once, each seen as a whole in some order. */
    Set<Course> afterAll(List<Verb> verbs) {
        if (verbs.isEmpty()) {
            return Set.of(this);
        }
        var ends = new HashSet<Course>();
        for (int first = 0; first < verbs.size(); first++) {
            int one = first;
            var others = IntStream.range(0, verbs.size())
                    .filter(index -> index != one)
                    .mapToObj(verbs::get)
                    .toList();
            ends.addAll(after(verbs.get(first)).afterAll(others));
        }
        return ends;
    }
}
