package org.kanmai.app.pastsales;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.pastsales.Sorted.Kept;
import org.kanmai.facts.Binary;

/** The lines of one number in a part, under the id that the invoice would get if it is new. */
record Invoice(
        long id,
        String number,
        @Nullable Binary customer,
        @Nullable String country,
        Instant at,
        List<Kept> lines) {
    Invoice {
        lines = List.copyOf(lines);
    }
}
