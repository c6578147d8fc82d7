package org.kanmai.app.live.parties;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.contracts.Contracts;
import org.kanmai.app.affiliate.contracts.Contracts.Agency;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.shelf.Shelf;
import org.kanmai.app.trade.checkout.OrderedInRoom;
import org.kanmai.app.trade.checkout.OrderedInRoom.Placed;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Names who answers for each sale from a room, before it and on the order (LC-18). What is known of a room is at most a second old. */
@Component
class Parties {
    private static final long FRESH_MILLIS = 1_000;
    private static final int MOST_KNOWN = 1_000;

    private final PartyStore store;
    private final PartySettings settings;
    private final Rooms rooms;
    private final Shelf shelf;
    private final Shops shops;
    private final People people;
    private final Contracts contracts;
    private final Clock clock;
    private final Map<RoomId, Known> known = new ConcurrentHashMap<>();

    Parties(
            PartyStore store,
            PartySettings settings,
            Rooms rooms,
            Shelf shelf,
            Shops shops,
            People people,
            Contracts contracts,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.rooms = rooms;
        this.shelf = shelf;
        this.shops = shops;
        this.people = people;
        this.contracts = contracts;
        this.clock = clock;
    }

    private record Known(Room room, Answering answering, long atMillis) {}

    /** Returns who answers for what a room sells now; empty when there is no such room, or its host is gone. */
    Optional<Answering> of(RoomId id) {
        return now(id).map(Known::answering);
    }

    /** Kept in the order's own transaction, so that no sale from a room is without it. */
    @EventListener
    void ordered(OrderedInRoom event) {
        now(event.room()).ifPresent(found -> event.orders().forEach(placed -> keep(found, placed)));
    }

    private void keep(Known found, Placed placed) {
        var named = found.answering.merchants().get(placed.shop());
        var merchant = named == null ? shops.names(Set.of(placed.shop())).get(placed.shop()) : named;
        if (merchant != null) {
            store.add(found.room, placed, found.answering, merchant);
        }
    }

    private Optional<Known> now(RoomId id) {
        var there = known.get(id);
        long now = clock.millis();
        if (there != null && Math.abs(now - there.atMillis) < FRESH_MILLIS) {
            return Optional.of(there);
        }
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        var found = rooms.find(id).flatMap(room -> read(room, now));
        found.ifPresent(one -> known.put(id, one));
        return found;
    }

    private Optional<Known> read(Room room, long now) {
        var agency = contracts
                .active(List.of(room.host()))
                .getOrDefault(room.host(), Agency.NONE)
                .person();
        var names = people.find(both(room.host(), agency));
        var host = names.get(room.host());
        return host == null
                ? Optional.empty()
                : Optional.of(new Known(room, answering(room, host, agency == null ? null : names.get(agency)), now));
    }

    private static List<PersonId> both(PersonId host, @Nullable PersonId agency) {
        var both = new ArrayList<PersonId>();
        both.add(host);
        if (agency != null) {
            both.add(agency);
        }
        return both;
    }

    private Answering answering(Room room, Person host, @Nullable Person agency) {
        var selling = new HashSet<ShopId>(shelf.shops(room.id()));
        if (selling.isEmpty() && room.shop() != null) {
            selling.add(room.shop());
        }
        return new Answering(
                settings.platform(), host.name(), agency == null ? null : agency.name(), shops.names(selling));
    }
}
