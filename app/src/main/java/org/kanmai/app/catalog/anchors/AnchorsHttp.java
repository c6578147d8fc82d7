package org.kanmai.app.catalog.anchors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.content.Works;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The products of works, for everybody; of one's own works, for creators. */
@RestController
class AnchorsHttp {
    private static final int LONGEST_QUERY = 60;

    private final Anchors anchors;
    private final CartRight right;
    private final Works works;

    AnchorsHttp(Anchors anchors, CartRight right, Works works) {
        this.anchors = anchors;
        this.right = right;
        this.works = works;
    }

    /** What a work is to show from now on, in this order. */
    record Wish(List<WishedProduct> products) {}

    /** One product of them. */
    record WishedProduct(ProductId product, @Nullable Integer atMillis) {}

    /** A product that can be shown, and who sells it. */
    record Found(Product product, Anchored.Seller shop) {}

    /** What a work shows. */
    record Shown(List<Anchored> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}/products")
    Shown of(@PathVariable WorkId id, Viewer viewer) {
        if (works.visible(viewer, List.of(id)).isEmpty() && !mine(viewer, id)) {
            throw Refusal.notFound("work");
        }
        return shown(id);
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/works/{id}/products")
    Shown replace(@PathVariable WorkId id, @RequestBody Wish wish, Viewer viewer) {
        var rows = wish.products().stream()
                .map(each -> new AnchorStore.Row(id, each.product(), each.atMillis()))
                .toList();
        anchors.replace(viewer.self(), id, rows);
        return shown(id);
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/cart-right")
    CartRight.Standing right(Viewer viewer) {
        return right.of(viewer.self());
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/products")
    Slice<Found> search(@RequestParam(defaultValue = "") String query, Paging paging) {
        if (query.length() > LONGEST_QUERY) {
            throw Refusal.invalid("query", "must have at most " + LONGEST_QUERY + " characters");
        }
        return anchors.search(query.strip(), paging);
    }

    private boolean mine(Viewer viewer, WorkId id) {
        return viewer.person() != null && works.isBy(viewer.person(), id);
    }

    private Shown shown(WorkId id) {
        return new Shown(anchors.of(List.of(id)).getOrDefault(id, List.of()));
    }
}
