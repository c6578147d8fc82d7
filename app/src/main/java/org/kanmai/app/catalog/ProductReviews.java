package org.kanmai.app.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Exhibits;
import org.kanmai.app.governance.Reviewed;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists products that operators approve, takes back those that they refuse, and shows operators what they decide about. */
@Component
class ProductReviews implements Exhibits, NoticeSubjects {
    private final ProductStore products;
    private final Catalog catalog;
    private final Shops shops;
    private final Clock clock;

    ProductReviews(ProductStore products, Catalog catalog, Shops shops, Clock clock) {
        this.products = products;
        this.catalog = catalog;
        this.shops = shops;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void reviewed(Reviewed event) {
        var state = event.approved() ? OwnProduct.State.LISTED : OwnProduct.State.REJECTED;
        product(event.subject())
                .ifPresent(row -> products.judge(row.id(), state, event.violation(), event.note(), clock.instant()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void suspended(Reviewed.Suspended event) {
        product(event.subject())
                .ifPresent(row ->
                        products.move(row.id(), OwnProduct.State.LISTED, OwnProduct.State.REVIEWING, clock.instant()));
    }

    private Optional<ProductStore.Row> product(Subject subject) {
        return subject.kind() == SubjectKind.PRODUCT ? products.lock(new ProductId(subject.id())) : Optional.empty();
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.PRODUCT;
    }

    @Override
    public Map<Long, ?> describe(Viewer operator, Collection<Long> ids) {
        var shown = new LinkedHashMap<Long, OwnProduct>();
        own(products.find(ids.stream().map(ProductId::new).toList()))
                .forEach(own -> shown.put(own.product().id().value(), own));
        return shown;
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.PRODUCT);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        var shop = shops.of(viewer.self()).map(Shop::id).orElse(null);
        var rows = products.find(ids.stream().map(ProductId::new).toList()).stream()
                .filter(row -> row.shop().equals(shop))
                .toList();
        return catalog.whole(rows).stream()
                .collect(Collectors.toMap(product -> product.id().value(), ProductReviews::glimpse));
    }

    private static Glimpse glimpse(Product product) {
        var pictures = product.pictures();
        return Glimpse.of(
                product.title(), pictures.isEmpty() ? null : pictures.getFirst().url());
    }

    /** Returns products in any state as their merchant and operators see them. */
    List<OwnProduct> own(List<ProductStore.Row> rows) {
        var whole = catalog.whole(rows);
        return IntStream.range(0, rows.size())
                .mapToObj(index -> own(whole.get(index), rows.get(index)))
                .toList();
    }

    private static OwnProduct own(Product product, ProductStore.Row row) {
        return new OwnProduct(
                product,
                row.state(),
                reason(row),
                row.madeAt(),
                row.changedAt(),
                row.offeredFrom(),
                row.offeredUntil());
    }

    private static OwnProduct.@Nullable Reason reason(ProductStore.Row row) {
        return row.violation() == null ? null : new OwnProduct.Reason(row.violation(), row.note());
    }
}
