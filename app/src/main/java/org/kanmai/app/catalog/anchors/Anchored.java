package org.kanmai.app.catalog.anchors;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Product;
import org.kanmai.facts.ShopId;

/**
 * A product that a work shows.
 *
 * @param atMillis the moment of the film from which on its card is there; absent for all of the film
 */
public record Anchored(
        Product product, Seller shop, @Nullable Integer atMillis) {

    /** The shop that sells it. */
    public record Seller(ShopId id, String name) {}
}
