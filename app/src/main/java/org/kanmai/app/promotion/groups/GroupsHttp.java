package org.kanmai.app.promotion.groups;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Group-buys as people find and share them, and as merchants offer them (SF-01, SF-04). */
@RestController
class GroupsHttp {
    private static final int MOST_SHOWN = 10;

    private final DealStore deals;
    private final GroupStore groups;
    private final DealDesk desk;
    private final GroupDesk shown;
    private final Shops shops;
    private final Clock clock;

    GroupsHttp(DealStore deals, GroupStore groups, DealDesk desk, GroupDesk shown, Shops shops, Clock clock) {
        this.deals = deals;
        this.groups = groups;
        this.desk = desk;
        this.shown = shown;
        this.shops = shops;
        this.clock = clock;
    }

    /** What groups can be opened for of a product, and which can be joined, at an instant of the server's clock. */
    record Together(List<Deal> deals, List<GroupView> groups, Instant now) {}

    /** A group at an instant of the server's clock, by which pages count down. */
    record Standing(GroupView group, Instant now) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/group-buys")
    Together of(@PathVariable ProductId id, Viewer viewer) {
        var now = clock.instant();
        var open = deals.open(id);
        var joinable = open.isEmpty()
                ? List.<Group>of()
                : groups.joinable(open.stream().map(Deal::id).toList(), now, MOST_SHOWN);
        return new Together(open, shown.show(joinable, viewer), now);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/groups/{id}")
    Standing one(@PathVariable GroupId id, Viewer viewer) {
        var group = groups.find(id).orElseThrow(() -> Refusal.notFound("group"));
        return new Standing(shown.show(List.of(group), viewer).getFirst(), clock.instant());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/groups")
    Slice<GroupView> mine(Paging paging, Viewer viewer) {
        var slice = Slice.of(
                groups.of(viewer.self(), paging), paging, group -> group.id().value());
        return new Slice<>(shown.show(slice.items(), viewer), slice.next());
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/group-buys")
    @ResponseStatus(HttpStatus.CREATED)
    Deal make(@RequestBody DealTerms terms, Viewer viewer) {
        return desk.make(shop(viewer), terms);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/group-buys")
    Slice<Deal> own(Paging paging, Viewer viewer) {
        return Slice.of(
                deals.of(shop(viewer), paging), paging, deal -> deal.id().value());
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/shop/group-buys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable DealId id, Viewer viewer) {
        desk.stop(shop(viewer), id);
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }
}
