package org.kanmai.app.trade.addresses;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** People's address books. */
@Component
public class Addresses {
    private static final int MOST = 20;

    private final AddressStore store;
    private final Vault vault;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Addresses(AddressStore store, Vault vault, JsonMapper json, Ids ids, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    List<Address> of(PersonId owner) {
        return store.of(owner).stream()
                .map(row -> Address.of(row.id(), open(row.sealed().bytes()), row.standard()))
                .toList();
    }

    /** Returns one of a person's addresses; empty when it is none of theirs. */
    public Optional<Place> find(PersonId owner, long id) {
        return store.of(owner).stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .map(row -> open(row.sealed().bytes()));
    }

    /** Returns the province of one of a person's addresses; empty when it is none of theirs. */
    public Optional<Region> province(PersonId owner, long id) {
        return province(store.of(owner).stream().filter(row -> row.id() == id));
    }

    /** Returns the province of a person's standard address. */
    public Optional<Region> province(PersonId owner) {
        return province(store.of(owner).stream());
    }

    private Optional<Region> province(Stream<AddressStore.Row> rows) {
        return rows.findFirst()
                .map(row -> Provinces.of(open(row.sealed().bytes()).region()));
    }

    /** Keeps an address; the first one is the standard one. */
    @Transactional
    Address add(PersonId owner, Place place, boolean standard) {
        store.lock(owner);
        int kept = store.of(owner).size();
        if (kept >= MOST) {
            throw Refusal.conflict("address-book-full", "The address book is full", "Delete an address first.");
        }
        boolean first = standard || kept == 0;
        if (first) {
            store.noStandard(owner);
        }
        long id = ids.next();
        store.add(id, owner, seal(place), first, clock.instant());
        return Address.of(id, place, first);
    }

    @Transactional
    Address change(PersonId owner, long id, Place place, boolean standard) {
        store.lock(owner);
        if (standard) {
            store.noStandard(owner);
        }
        if (!store.change(id, owner, seal(place), standard)) {
            throw Refusal.notFound("address");
        }
        return Address.of(id, place, standard);
    }

    void remove(PersonId owner, long id) {
        if (!store.remove(id, owner)) {
            throw Refusal.notFound("address");
        }
    }

    /** Opens what an order keeps of an address. */
    public Place open(byte[] sealed) {
        return json.readValue(vault.open(sealed), Place.class);
    }

    /** Seals where a parcel goes. */
    public byte[] seal(Place place) {
        return vault.seal(json.writeValueAsBytes(place));
    }

    @EventListener
    void erased(PersonErased event) {
        store.removeAll(event.person());
    }
}
