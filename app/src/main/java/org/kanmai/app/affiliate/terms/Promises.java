package org.kanmai.app.affiliate.terms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;

/**
 * Which terms held when an order was placed. What is known of a product is a minute old at most, and terms are made two minutes
 * before they hold: the answer is always that of the database.
 */
@Component
public class Promises {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration OLDEST_ORDER = Duration.ofDays(30);
    private static final int LARGEST = 20_000;

    private final TermsStore store;
    private final Clock clock;
    private final Cache<ProductId, Known> known =
            Caffeine.newBuilder().maximumSize(LARGEST).build();

    Promises(TermsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Known(List<Terms> terms, Instant at) {
        boolean isFresh(Instant now) {
            return Duration.between(at, now).abs().compareTo(LONGEST) < 0;
        }

        Optional<Terms> holding(Instant at) {
            return terms.stream().filter(each -> each.holdAt(at)).findFirst();
        }
    }

    /**
     * Returns the terms by which something is earned, of those products that have any.
     *
     * @param at when their order was placed, at most 30 days ago
     */
    public Map<ProductId, Terms> holding(Collection<ProductId> products, Instant at) {
        var now = clock.instant();
        var found = recent(products, now);
        var missing = products.stream()
                .distinct()
                .filter(product -> !found.containsKey(product))
                .toList();
        if (!missing.isEmpty()) {
            found.putAll(read(missing, now));
        }
        var holding = new HashMap<ProductId, Terms>();
        found.forEach((product, each) -> each.holding(at)
                .filter(terms -> !terms.ladder().isEmpty())
                .ifPresent(terms -> holding.put(product, terms)));
        return holding;
    }

    /** Returns terms by which something was earned. */
    public Terms made(long id) {
        return store.find(id).orElseThrow(() -> new IllegalArgumentException("no terms " + id));
    }

    private Map<ProductId, Known> recent(Collection<ProductId> products, Instant now) {
        var found = new HashMap<>(known.getAllPresent(products));
        found.values().removeIf(each -> !each.isFresh(now));
        return found;
    }

    private Map<ProductId, Known> read(List<ProductId> products, Instant now) {
        var terms =
                store.from(products, now.minus(OLDEST_ORDER)).stream().collect(Collectors.groupingBy(Terms::product));
        var read = new HashMap<ProductId, Known>();
        products.forEach(product -> read.put(product, new Known(terms.getOrDefault(product, List.of()), now)));
        known.putAll(read);
        return read;
    }
}
