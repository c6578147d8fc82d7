package org.kanmai.app.catalog.freight;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.regions.Region;

/**
 * How what is offered gets to who buys it.
 *
 * @param scheme absent for what is sent free of charge, to anywhere
 * @param grams what one unit weighs; 0 when nobody said so
 * @param warehouses of its shop, the first that serves a region sends there
 */
public record Delivery(@Nullable FreightScheme scheme, int grams, List<Warehouse> warehouses) {
    /** Free of charge, from nowhere in particular. */
    public static final Delivery FREE = new Delivery(null, 0, List.of());

    public Delivery {
        warehouses = List.copyOf(warehouses);
    }

    /** Returns whether anything of it hangs on where it goes. */
    public boolean depends() {
        return scheme != null || !warehouses.isEmpty();
    }

    /** Returns the warehouse that sends to a region: the first that serves it, or else the first of all. */
    public Optional<Warehouse> from(Region to) {
        return warehouses.stream()
                .filter(each -> each.regions().contains(to))
                .findFirst()
                .or(() -> warehouses.stream().findFirst());
    }
}
