package org.kanmai.app.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shops: one a merchant, its name nobody else's. */
@Component
public class Shops {
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_ABOUT = 500;

    private final ShopStore store;
    private final BannedWords banned;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    Shops(ShopStore store, BannedWords banned, People people, Ids ids, Clock clock) {
        this.store = store;
        this.banned = banned;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a merchant's shop; refuses with 409 when there is one already or the name is taken. */
    @Transactional
    public Shop open(PersonId merchant, String name, String about) {
        var words = words(name, about);
        if (!named(() -> store.add(new ShopId(ids.next()), merchant, words.name, words.about, clock.instant()))) {
            throw Refusal.conflict("one-shop", "You have a shop", "A person has one shop; change that one instead.");
        }
        return of(merchant).orElseThrow();
    }

    /** Changes a merchant's shop; absent parts stay as they are. */
    @Transactional
    public Shop change(PersonId merchant, @Nullable String name, @Nullable String about, Shop.@Nullable State state) {
        var now = store.of(merchant).orElseThrow(Shops::none);
        var words = words(name == null ? now.name() : name, about == null ? now.about() : about);
        named(() -> {
            store.save(now.id(), words.name, words.about, state == null ? now.state() : state);
            return true;
        });
        return of(merchant).orElseThrow();
    }

    /** Returns a merchant's shop. */
    public Optional<Shop> of(PersonId merchant) {
        return store.of(merchant).map(row -> shown(List.of(row)).get(row.id()));
    }

    /** Returns shops by their ids; what does not exist is left out. */
    public Map<ShopId, Shop> find(Collection<ShopId> ids) {
        return shown(store.find(ids));
    }

    /** Returns the names of shops, those too that are closed; what does not exist is left out. */
    public Map<ShopId, String> names(Collection<ShopId> ids) {
        return store.names(ids, true);
    }

    /** Returns the names of those shops that are open. */
    Map<ShopId, String> open(Collection<ShopId> ids) {
        return store.names(ids, false);
    }

    /** Returns open shops with their owners, so many of those with a larger id than one, in order. */
    public Map<ShopId, PersonId> open(ShopId after, int limit) {
        return store.open(after, limit);
    }

    static Refusal none() {
        return Refusal.conflict("no-shop", "Open a shop first", "Only a merchant with a shop can do this.");
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }

    private record ShopWords(String name, String about) {}

    private ShopWords words(String name, String about) {
        var words = new ShopWords(
                ProductWords.text("name", name, 2, LONGEST_NAME), ProductWords.text("about", about, 0, LONGEST_ABOUT));
        if (!banned.in(words.name, words.about).isEmpty()) {
            throw Refusal.invalid("name", "holds words that are not allowed here");
        }
        return words;
    }

    private static boolean named(BooleanSupplier saving) {
        try {
            return saving.getAsBoolean();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict(
                    "name-taken", "The name is taken", "Another shop has this name; choose another one.");
        }
    }

    private Map<ShopId, Shop> shown(List<ShopStore.Row> rows) {
        var owners = people.find(
                rows.stream().map(ShopStore.Row::owner).filter(Objects::nonNull).collect(Collectors.toSet()));
        var shops = new LinkedHashMap<ShopId, Shop>();
        rows.forEach(row -> shops.put(row.id(), shown(row, owners)));
        return shops;
    }

    private static Shop shown(ShopStore.Row row, Map<PersonId, Person> owners) {
        var owner = row.owner() == null ? null : owners.get(row.owner());
        return new Shop(row.id(), owner, row.name(), row.about(), row.state(), row.openedAt());
    }
}
