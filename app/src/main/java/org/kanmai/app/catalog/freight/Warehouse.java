package org.kanmai.app.catalog.freight;

import java.util.List;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Refusal;

/**
 * Where goods of a shop lie.
 *
 * @param regions that it serves
 */
public record Warehouse(String id, String name, List<Region> regions) {
    public Warehouse {
        name = FreightScheme.name(name);
        regions = List.copyOf(regions);
        if (regions.isEmpty() || regions.stream().distinct().count() < regions.size()) {
            throw Refusal.invalid("regions", "must be there, each once");
        }
    }
}
