package org.kanmai.app.catalog.categories;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where products stand in the tree, and what they say there. */
@Component
public class Placements {
    private final Categories categories;
    private final PlacingStore store;

    Placements(Categories categories, PlacingStore store) {
        this.categories = categories;
        this.store = store;
    }

    /**
     * Where a product stands.
     *
     * @param category absent while its merchant has chosen none
     * @param said values by the ids of attributes; of a choice its Chinese name
     */
    public record Placed(@Nullable Integer category, Map<Integer, String> said) {
        /** Nowhere, and nothing said. */
        public static final Placed NOWHERE = new Placed(null, Map.of());

        public Placed {
            said = Map.copyOf(said);
        }
    }

    /** Returns where each of some products stands. */
    public Map<ProductId, Placed> of(Collection<ProductId> products) {
        var categories = store.of(products);
        var said = store.said(products);
        var placed = new HashMap<ProductId, Placed>();
        products.forEach(id -> placed.put(id, new Placed(categories.get(id), said.getOrDefault(id, Map.of()))));
        return placed;
    }

    /** Puts a product into a category with what it says; refuses with 422 what the category does not take. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ProductId product, int category, Map<Integer, String> said) {
        var values = categories.checked(category, said);
        store.put(product, category);
        store.clear(product);
        store.say(product, values);
    }
}
