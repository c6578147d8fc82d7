package org.kanmai.app.insight.funnel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.anchors.Anchors;
import org.kanmai.app.content.Works;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.Id;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Tells whose numbers a viewer may see. */
@Component
public class Sights {
    private static final int MOST_WORKS = 10_000;

    private final Works works;
    private final Shops shops;
    private final Catalog catalog;
    private final Anchors anchors;

    Sights(Works works, Shops shops, Catalog catalog, Anchors anchors) {
        this.works = works;
        this.shops = shops;
        this.catalog = catalog;
        this.anchors = anchors;
    }

    /** For whom numbers are wanted. */
    public enum Scope implements Code {
        /** All; for operators. */
        ALL,
        /** A creator's own works. */
        WORKS,
        /** The products of a merchant's own shop. */
        PRODUCTS
    }

    /** Returns what a viewer may see in a scope; refuses with 403 or 404 who has nothing to do with it. */
    public Sight of(Viewer viewer, Scope scope) {
        return switch (scope) {
            case ALL -> all(viewer);
            case WORKS -> own(works.by(viewer.self(), MOST_WORKS));
            case PRODUCTS -> sold(viewer);
        };
    }

    private Sight all(Viewer viewer) {
        if (!viewer.is(Role.OPERATOR)) {
            throw Refusal.forbidden();
        }
        return everything();
    }

    /** Returns the sight of who may see all. */
    public Sight everything() {
        return new Sight(null, null, shown(anchors.all(MOST_WORKS)));
    }

    private Sight own(Collection<WorkId> own) {
        return new Sight(values(own), null, shown(anchors.showing(own)));
    }

    private Sight sold(Viewer viewer) {
        if (!viewer.is(Role.MERCHANT)) {
            throw Refusal.forbidden();
        }
        var shop = shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
        return sold(catalog.productsOf(shop.id()));
    }

    /** Returns the sight of who sells some products. */
    public Sight sold(Collection<ProductId> products) {
        var shown = anchors.shownBy(products);
        var at = shown.stream().map(each -> each.work().value()).collect(Collectors.toSet());
        return new Sight(at, values(products), shown(shown));
    }

    private static List<Sight.Shown> shown(List<Anchors.Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Sight.Shown(pair.work().value(), pair.product().value()))
                .toList();
    }

    private static Set<Long> values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.toSet());
    }
}
