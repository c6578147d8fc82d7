package org.kanmai.app.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.categories.Categories;
import org.kanmai.app.catalog.changes.ProductChanges;
import org.kanmai.app.catalog.changes.ProductChanges.Mark;
import org.kanmai.app.trade.sold.Sold;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the index of products like the catalog: follows what changes, and sweeps through all for what changes too often to follow. */
@Component
class ProductCopies implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(ProductCopies.class);
    private static final int SWEPT = 200;
    private static final int MOST_NOTICED = 1_000;
    private static final int TOLD_EVERY = 10_000;
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration COMMITTED = Duration.ofSeconds(5);

    private final ProductChanges changes;
    private final Catalog catalog;
    private final Shops shops;
    private final Categories categories;
    private final Sold sold;
    private final Clock clock;
    private final SearchIndex index;
    private final Set<ProductId> noticed = ConcurrentHashMap.newKeySet();
    private Mark mark;
    private Mark committed;
    private Instant committedAt = Instant.MIN;
    private Instant roundAt = Instant.MIN;
    private long swept = -1;
    private volatile boolean complete;

    ProductCopies(
            ProductChanges changes,
            Catalog catalog,
            Shops shops,
            Categories categories,
            Sold sold,
            Clock clock,
            @Value("${kanmai.data}") Path data) {
        this.changes = changes;
        this.catalog = catalog;
        this.shops = shops;
        this.categories = categories;
        this.sold = sold;
        this.clock = clock;
        this.index = SearchIndex.open(data.toAbsolutePath().resolve("search"), ProductDocument.LAYOUT);
        this.mark = index.mark().isEmpty() ? Mark.BEGINNING : new Mark(Long.parseUnsignedLong(index.mark()));
        this.committed = mark;
    }

    SearchIndex index() {
        return index;
    }

    /** Returns whether all is in the index that was listed when this process began. */
    boolean isComplete() {
        return complete;
    }

    /** Takes in what changed, and after that what was noticed. */
    @Scheduled(fixedDelay = 500)
    synchronized void follow() {
        if (mark.isAfter(changes.now())) {
            log.warn("search.index.ahead: the database is another one; the index is made anew");
            index.clear();
            mark = Mark.BEGINNING;
        }
        var building = mark.equals(Mark.BEGINNING) ? new Progress() : null;
        mark = changes.follow(mark, products -> {
            take(products);
            index.refresh();
            if (building != null) {
                building.took(products.size());
            }
        });
        take(List.copyOf(drained()));
        index.refresh();
        if (building != null) {
            log.info("search.index.made: {} products", index.size());
        }
        complete = true;
        commit();
    }

    /** Says how far the making of an index is. */
    private static final class Progress {
        private long taken;

        void took(int more) {
            if (taken / TOLD_EVERY < (taken + more) / TOLD_EVERY) {
                log.info("search.index.making: {} products so far", taken + more);
            }
            taken += more;
        }
    }

    private Set<ProductId> drained() {
        var all = new HashSet<>(noticed);
        noticed.removeAll(all);
        return all;
    }

    private void commit() {
        var now = clock.instant();
        if (!mark.equals(committed) && !now.isBefore(committedAt.plus(COMMITTED))) {
            index.commit(Long.toUnsignedString(mark.transaction()));
            committed = mark;
            committedAt = now;
        }
    }

    /** Has products read again of which the index says something else than the catalog. */
    void notice(Collection<ProductId> products) {
        if (noticed.size() < MOST_NOTICED) {
            noticed.addAll(products);
        }
    }

    private void take(Collection<ProductId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var found = catalog.find(ids);
        put(found.values());
        index.remove(ids.stream()
                .filter(id -> !found.containsKey(id))
                .map(ProductDocument::key)
                .toList());
    }

    private void put(Collection<Product> products) {
        documents(products).forEach((id, document) -> index.put(ProductDocument.key(id), document.document()));
    }

    private Map<ProductId, ProductDocument> documents(Collection<Product> products) {
        var names = shops.names(products.stream().map(Product::shop).collect(Collectors.toSet()));
        var units = sold.lately(products.stream().map(Product::id).toList());
        var paths = categories.paths(products.stream().map(Product::id).toList());
        var chosen = categories.chosen(products.stream().map(Product::id).toList());
        return products.stream()
                .collect(Collectors.toMap(
                        Product::id,
                        each -> document(each, names, units, paths, chosen.getOrDefault(each.id(), Map.of()))));
    }

    private static ProductDocument document(
            Product product,
            Map<ShopId, String> names,
            Map<ProductId, Long> units,
            Map<ProductId, List<Integer>> paths,
            Map<Integer, String> chosen) {
        return new ProductDocument(
                product,
                names.getOrDefault(product.shop(), ""),
                units.getOrDefault(product.id(), 0L),
                paths.getOrDefault(product.id(), List.of()),
                chosen.entrySet().stream()
                        .map(each -> new Said(each.getKey(), each.getValue()))
                        .toList());
    }

    /** Looks at the next products whether the index says of them what the catalog does; removes those that are not listed. */
    @Scheduled(fixedDelay = 1_000)
    synchronized void sweep() {
        if (swept < 0 && clock.instant().isBefore(roundAt.plus(ROUND))) {
            return;
        }
        if (swept < 0) {
            roundAt = clock.instant();
        }
        var listed = changes.listedAfter(swept, SWEPT);
        long upTo = listed.size() < SWEPT ? Long.MAX_VALUE : listed.getLast().value();
        compare(swept, upTo, documents(catalog.find(listed).values()));
        swept = upTo == Long.MAX_VALUE ? -1 : upTo;
    }

    private void compare(long after, long upTo, Map<ProductId, ProductDocument> listed) {
        var prints = index.look(searcher -> prints(searcher, after, upTo));
        listed.forEach((id, document) -> {
            Long print = prints.remove(id.value());
            if (print == null || print != document.print()) {
                index.put(ProductDocument.key(id), document.document());
            }
        });
        var gone = new ArrayList<Term>();
        prints.keySet().forEach(id -> gone.add(ProductDocument.key(new ProductId(id))));
        index.remove(gone);
    }

    private static Map<Long, Long> prints(IndexSearcher searcher, long after, long upTo) throws java.io.IOException {
        var query = LongPoint.newRangeQuery(ProductDocument.ID, after + 1, upTo);
        var found = new HashMap<Long, Long>();
        var top = searcher.search(query, 4 * SWEPT);
        var values = new DocumentValues(searcher, ProductDocument.ID, ProductDocument.PRINT);
        for (var hit : DocumentValues.inOrder(top.scoreDocs)) {
            found.put(values.of(hit.doc, ProductDocument.ID), values.of(hit.doc, ProductDocument.PRINT));
        }
        return found;
    }

    @Override
    public void destroy() {
        index.close();
    }
}
