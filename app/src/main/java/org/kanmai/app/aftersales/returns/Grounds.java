package org.kanmai.app.aftersales.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.AftersalesSettings;
import org.kanmai.app.aftersales.returns.Wish.Kind;
import org.kanmai.app.aftersales.returns.Wish.Reason;
import org.kanmai.app.trade.orders.OrderRow;

/** What may be asked of an order's units now, and until when (EC-11). */
record Grounds(OrderRow.State state, @Nullable Instant received, Instant now, AftersalesSettings settings) {

    static Grounds of(OrderRow order, Instant now, AftersalesSettings settings) {
        return new Grounds(order.state(), order.moments().received(), now, settings);
    }

    boolean allow(Kind kind, Reason reason) {
        return switch (state) {
            case PAID -> kind == Kind.REFUND && reason == Reason.CHANGED_MIND;
            case SHIPPED -> reason.shopsFault() && fits(kind, reason);
            case RECEIVED ->
                within(reason.shopsFault() ? settings.faultDays() : settings.freeDays()) && fits(kind, reason);
            case PLACED, CLOSED, REFUNDED -> false;
        };
    }

    /** Who changed their mind sends the goods back; what never arrived cannot be sent. */
    private static boolean fits(Kind kind, Reason reason) {
        return switch (reason) {
            case CHANGED_MIND -> kind != Kind.REFUND;
            case NOT_ARRIVED -> kind == Kind.REFUND;
            case DAMAGED, WRONG_ITEM, NOT_AS_DESCRIBED, FAKE -> true;
        };
    }

    private boolean within(int days) {
        return received != null && !day(now).isAfter(day(received).plusDays(days));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    /** A reason and what can be asked for because of it. */
    record Choice(Reason reason, List<Kind> kinds) {
        Choice {
            kinds = List.copyOf(kinds);
        }
    }

    List<Choice> choices() {
        return Stream.of(Reason.values())
                .map(reason -> new Choice(
                        reason,
                        Stream.of(Kind.values())
                                .filter(kind -> allow(kind, reason))
                                .toList()))
                .filter(choice -> !choice.kinds().isEmpty())
                .toList();
    }

    /** Returns the end of the last day without a reason; absent before receipt. */
    @Nullable
    Instant freeUntil() {
        return received == null
                ? null
                : day(received)
                        .plusDays(settings.freeDays() + 1L)
                        .atStartOfDay(settings.zone())
                        .toInstant();
    }
}
