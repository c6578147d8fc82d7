package org.kanmai.app.promotion.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;

/**
 * A group as it is kept.
 *
 * @param minor what a unit costs everybody, once it is complete
 * @param seats those that nobody has left, in the order of their numbers
 */
record Group(
        GroupId id,
        DealId deal,
        int size,
        State state,
        Instant endsAt,
        @Nullable Long minor,
        List<Seat> seats) {
    Group {
        seats = List.copyOf(seats);
    }

    /** Where a group stands. */
    enum State implements Code {
        OPEN,
        COMPLETE,
        FAILED
    }

    /** How far the order of a place is. */
    enum Sitting implements Code {
        HELD,
        PAID,
        DONE,
        LATE,
        LEFT
    }

    /** A place; its person is absent once erased. */
    record Seat(OrderId order, @Nullable PersonId person, int units, Sitting sitting) {}

    /** Returns those who have paid. */
    List<Seat> paid() {
        return seats.stream()
                .filter(seat -> seat.sitting == Sitting.PAID || seat.sitting == Sitting.DONE)
                .toList();
    }

    Optional<Seat> of(PersonId person) {
        return seats.stream().filter(seat -> person.equals(seat.person)).findFirst();
    }

    /** Returns how it stands at an instant, however late the clock comes that ends it. */
    boolean openAt(Instant now) {
        return state == State.OPEN && endsAt.isAfter(now);
    }
}
