package org.kanmai.app.aftersales.reviews;

import org.kanmai.app.aftersales.reviews.ReviewDesk.Eyes;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What buyers say of one's own shop, and its replies. */
@RestController
class ShopReviewsHttp {
    private final ReviewStore store;
    private final Remarks remarks;
    private final ReviewDesk desk;
    private final Shops shops;

    ShopReviewsHttp(ReviewStore store, Remarks remarks, ReviewDesk desk, Shops shops) {
        this.store = store;
        this.remarks = remarks;
        this.desk = desk;
        this.shops = shops;
    }

    /** What a shop says below a review. */
    record Reply(String words) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/reviews")
    Slice<ProductReview> list(
            @RequestParam(defaultValue = "all") String with,
            @RequestParam(defaultValue = "false") boolean unanswered,
            Paging paging,
            Viewer viewer) {
        var shop = shop(viewer);
        var rows = unanswered ? store.unanswered(shop, paging) : store.ofShop(shop, Wanted.parse(with), paging);
        var slice = Slice.of(rows, paging, row -> row.id().value());
        return new Slice<>(desk.show(viewer, Eyes.SHOP, slice.items()), slice.next());
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/reviews/{id}/reply")
    @ResponseStatus(HttpStatus.CREATED)
    ProductReview reply(@PathVariable ProductReviewId id, @RequestBody Reply reply, Viewer viewer) {
        remarks.reply(shop(viewer), viewer.self(), id, Words.needed(reply.words()));
        return desk.one(viewer, id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/shop/reviews/{id}/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeReply(@PathVariable ProductReviewId id, Viewer viewer) {
        remarks.removeReply(shop(viewer), id);
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }
}
