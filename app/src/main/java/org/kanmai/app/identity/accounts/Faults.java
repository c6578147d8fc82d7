package org.kanmai.app.identity.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/** Gathers what is wrong with a request, so that all of it is told at once. */
final class Faults {
    private final List<Map<String, String>> errors = new ArrayList<>();

    Faults add(String field, @Nullable String reason) {
        if (reason != null) {
            errors.add(Map.of("field", field, "reason", reason));
        }
        return this;
    }

    void refuse() {
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            throw Refusal.invalid(first.getOrDefault("field", ""), first.getOrDefault("reason", ""))
                    .with("errors", List.copyOf(errors));
        }
    }
}
