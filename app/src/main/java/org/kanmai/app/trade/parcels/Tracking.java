package org.kanmai.app.trade.parcels;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.parcels.Carrier.Kind;

/**
 * What is known of a parcel, a function of the set of its events: in which order they were told does not matter.
 *
 * @param follows whether its carrier reports
 * @param stage what happened last; absent while nothing has
 * @param events the newest first
 */
public record Tracking(
        String carrier,
        String number,
        boolean follows,
        @Nullable Kind stage,
        @Nullable Instant handedAt,
        @Nullable Instant deliveredAt,
        List<Event> events) {
    private static final Comparator<Event> BY_TIME =
            Comparator.comparing(Event::at).thenComparing(Event::kind).thenComparing(Event::place);

    public Tracking {
        events = List.copyOf(events);
    }

    /** What happened, where and when. */
    public record Event(Kind kind, String place, Instant at) {}

    /** Returns what is known of a parcel whose carrier says nothing. */
    static Tracking silent(String carrier, String number) {
        return new Tracking(carrier, number, false, null, null, null, List.of());
    }

    static Tracking of(String carrier, String number, List<Event> told) {
        var events = told.stream().sorted(BY_TIME.reversed()).toList();
        var delivered = first(told, List.of(Kind.DELIVERED));
        var handed = first(told, List.of(Kind.values()));
        var last = events.isEmpty() ? null : events.getFirst().kind();
        return new Tracking(
                carrier,
                number,
                true,
                delivered.isPresent() ? Kind.DELIVERED : last,
                handed.orElse(null),
                delivered.orElse(null),
                events);
    }

    private static Optional<Instant> first(List<Event> told, List<Kind> kinds) {
        return told.stream()
                .filter(event -> kinds.contains(event.kind()))
                .map(Event::at)
                .min(Comparator.naturalOrder());
    }
}
