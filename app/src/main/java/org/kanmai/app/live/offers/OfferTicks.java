package org.kanmai.app.live.offers;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.sales.RoomSales;
import org.kanmai.app.catalog.sales.Sale;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.Listeners;
import org.kanmai.facts.RoomId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells everybody in a room how its offers stand, whenever that has changed, and ends those of rooms that are over or whose goods are muted. */
@Component
class OfferTicks {
    private static final String OFFERS = "offers";

    private final RoomSales sales;
    private final Rooms rooms;
    private final Listeners listeners;
    private Set<RoomId> told = Set.of();

    OfferTicks(RoomSales sales, Rooms rooms, Listeners listeners) {
        this.sales = sales;
        this.rooms = rooms;
        this.listeners = listeners;
    }

    @Scheduled(fixedDelay = 400)
    synchronized void tick() {
        var byRoom = sales.standing().stream()
                .collect(Collectors.groupingBy(sale -> Objects.requireNonNull(sale.room(), "a sale of no room")));
        var over = byRoom.isEmpty() ? Set.<RoomId>of() : rooms.notSelling(byRoom.keySet());
        over.forEach(room -> sales.end(byRoom.getOrDefault(room, List.of())));
        byRoom.keySet().removeAll(over);
        byRoom.forEach((room, all) -> listeners.stand(room, OFFERS, all));
        var ended = new HashSet<>(told);
        ended.removeAll(byRoom.keySet());
        ended.forEach(room -> listeners.fall(room, OFFERS, List.<Sale>of()));
        told = Set.copyOf(byRoom.keySet());
    }
}
