package org.kanmai.app.affiliate.goods;

import org.kanmai.app.affiliate.terms.Picks;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The open pool of the alliance, and one's own goods of it. */
@RestController
class GoodsHttp {
    private final Goods goods;
    private final Picks picks;

    GoodsHttp(Goods goods, Picks picks) {
        this.goods = goods;
        this.picks = picks;
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/alliance/products")
    Slice<Goods.Good> all(Paging paging, Viewer viewer) {
        return goods.all(viewer.self(), paging);
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/goods")
    Slice<Goods.Good> picked(Paging paging, Viewer viewer) {
        return goods.picked(viewer.self(), paging);
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/goods/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pick(@PathVariable ProductId id, Viewer viewer) {
        goods.pick(viewer.self(), id);
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/goods/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable ProductId id, Viewer viewer) {
        picks.drop(viewer.self(), id);
    }
}
