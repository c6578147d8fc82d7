package org.kanmai.app.insight.funnel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of the facts.
 *
 * @param works only these works and what bought {@code products}; all when absent
 * @param products only conversions with these products; all when absent
 * @param shown which work shows which product, so that an exposure of one counts for the other
 */
public record Sight(@Nullable Set<Long> works, @Nullable Set<Long> products, List<Shown> shown) {
    public Sight {
        shown = List.copyOf(shown);
    }

    /** A work that shows a product. */
    public record Shown(long work, long product) {}
}
