package org.kanmai.app.catalog.freight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads how something is delivered from the columns beside what is offered. */
@Component
public class Deliveries {
    private static final TypeReference<List<Warehouse>> WAREHOUSES = new TypeReference<>() {};

    private final JsonMapper json;

    Deliveries(JsonMapper json) {
        this.json = json;
    }

    /** Returns what JSON of a scheme and of warehouses says; either may be absent. */
    public Delivery of(@Nullable String scheme, int grams, @Nullable String warehouses) {
        if (scheme == null && warehouses == null) {
            return Delivery.FREE;
        }
        return new Delivery(
                scheme == null ? null : json.readValue(scheme, FreightScheme.class),
                grams,
                warehouses == null ? List.of() : json.readValue(warehouses, WAREHOUSES));
    }
}
