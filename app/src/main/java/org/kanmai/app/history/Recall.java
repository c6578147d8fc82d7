package org.kanmai.app.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.anchors.Anchors;
import org.kanmai.app.content.Works;
import org.kanmai.app.identity.settlers.Settlers;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Looks up, once for a part of the past, all who appear in it. */
@Component
class Recall {
    /** Nothing can have happened before; ids begin there. */
    static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private final Settlers settlers;
    private final Works works;
    private final Anchors anchors;
    private final Catalog catalog;
    private final Clock clock;

    Recall(Settlers settlers, Works works, Anchors anchors, Catalog catalog, Clock clock) {
        this.settlers = settlers;
        this.works = works;
        this.anchors = anchors;
        this.catalog = catalog;
        this.clock = clock;
    }

    Known of(List<PastPage> pages) {
        var items = pages.stream().flatMap(page -> page.items().stream()).toList();
        var shown = items.stream().map(PastPage.Item::work).collect(Collectors.toSet());
        if (shown.size() > Works.MOST) {
            throw Refusal.invalid("pages", "must show at most " + Works.MOST + " works");
        }
        var visited = items.stream().filter(item -> item.product() != null).toList();
        return new Known(
                settlers.find(pages.stream().map(PastPage::viewer).collect(Collectors.toSet())),
                works.published(shown),
                products(visited.stream().map(PastPage.Item::work).collect(Collectors.toSet())),
                catalog.offers(visited.stream()
                        .map(item -> Objects.requireNonNull(item.product()).order())
                        .filter(Objects::nonNull)
                        .map(PastPage.Order::sku)
                        .collect(Collectors.toSet())),
                clock.instant());
    }

    private Map<WorkId, Set<ProductId>> products(Collection<WorkId> some) {
        var products = new HashMap<WorkId, Set<ProductId>>();
        anchors.of(some)
                .forEach((work, anchored) -> products.put(
                        work, anchored.stream().map(each -> each.product().id()).collect(Collectors.toSet())));
        return products;
    }
}
