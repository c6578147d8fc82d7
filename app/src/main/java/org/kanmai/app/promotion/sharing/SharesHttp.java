package org.kanmai.app.promotion.sharing;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShareId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links of one's own, who came by them, and what that brought. */
@RestController
class SharesHttp {
    private final Sharing sharing;
    private final ShareStore store;
    private final Shops shops;

    SharesHttp(Sharing sharing, ShareStore store, Shops shops) {
        this.sharing = sharing;
        this.store = store;
        this.shops = shops;
    }

    /**
     * What somebody shares.
     *
     * @param from the link by which the sharer came to it; absent without one
     */
    record Wanted(
            String kind,
            String subject,
            String channel,
            @Nullable ShareId from) {}

    /** A link by its number, which goes into the address, and how deep its chain is. */
    record Link(ShareId id, int depth) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/shares")
    @ResponseStatus(HttpStatus.CREATED)
    Link share(@RequestBody Wanted wanted, Viewer viewer) {
        if (!wanted.subject().matches("[0-9]{1,18}")) {
            throw Refusal.invalid("subject", "must be a number");
        }
        var share = sharing.share(
                viewer.self(),
                parse("kind", Share.Kind.class, wanted.kind()),
                Long.parseLong(wanted.subject()),
                parse("channel", Share.Channel.class, wanted.channel()),
                wanted.from());
        return new Link(share.id(), share.depth());
    }

    private static <E extends Enum<E> & Code> E parse(String field, Class<E> type, String code) {
        try {
            return Code.parse(type, code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(field, "is none of those known");
        }
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/shares/{id}/visit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void visit(@PathVariable ShareId id, Viewer viewer) {
        sharing.visit(viewer.self(), id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/share-report")
    ShareReport ofShop(Viewer viewer) {
        return store.report(shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop")));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/share-report")
    ShareReport ofSite() {
        return store.report(null);
    }
}
