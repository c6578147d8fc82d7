package org.kanmai.app.trade.checkout;

import java.util.Optional;
import java.util.function.Supplier;
import org.kanmai.app.identity.regions.Region;

/** Where parcels go, looked up once, and only if anything hangs on it. */
final class Destination {
    private final Supplier<Optional<Region>> looking;
    private Optional<Region> found = Optional.empty();
    private boolean looked;

    Destination(Supplier<Optional<Region>> looking) {
        this.looking = looking;
    }

    /** Returns a place that nobody has named. */
    static Destination unknown() {
        return new Destination(Optional::empty);
    }

    /** Returns the region; empty when no address is known. */
    Optional<Region> region() {
        if (!looked) {
            found = looking.get();
            looked = true;
        }
        return found;
    }
}
