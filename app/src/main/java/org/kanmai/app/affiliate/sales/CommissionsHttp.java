package org.kanmai.app.affiliate.sales;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.content.Works;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sale by sale, what one earned by it, and what one's shop paid for it. */
@RestController
class CommissionsHttp {
    private final CommissionStore store;
    private final Catalog catalog;
    private final Works works;
    private final SellingRooms rooms;
    private final People people;
    private final Shops shops;

    CommissionsHttp(
            CommissionStore store, Catalog catalog, Works works, SellingRooms rooms, People people, Shops shops) {
        this.store = store;
        this.catalog = catalog;
        this.works = works;
        this.rooms = rooms;
        this.people = people;
        this.shops = shops;
    }

    /** On which side one earned. */
    enum As implements Code {
        CREATOR,
        AGENCY
    }

    /**
     * A commission as those see it who have a part in it; never who bought.
     *
     * @param title of the product
     * @param led what led to it, and its title
     * @param mine one's own part; for a shop what it paid
     */
    record Earned(
            String id,
            ProductId product,
            String title,
            Subject led,
            String ledTitle,
            @Nullable String creator,
            int units,
            long soldBefore,
            Money base,
            Money commission,
            Money platform,
            Money mine,
            Commission.State state,
            Instant earnedAt) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/commissions")
    Slice<Earned> own(@RequestParam(defaultValue = "creator") As as, Paging paging, Viewer viewer) {
        return switch (as) {
            case CREATOR ->
                shown(
                        store.ofCreator(viewer.self(), paging),
                        paging,
                        each -> each.split().creator());
            case AGENCY ->
                shown(
                        store.ofAgency(viewer.self(), paging),
                        paging,
                        each -> each.split().agency());
        };
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/commissions")
    Slice<Earned> shop(Paging paging, Viewer viewer) {
        return shops.of(viewer.self())
                .map(shop -> shown(
                        store.ofShop(shop.id(), paging),
                        paging,
                        each -> each.split().commission()))
                .orElse(new Slice<>(List.of(), null));
    }

    private Slice<Earned> shown(List<Commission> rows, Paging paging, Function<Commission, Money> mine) {
        var slice = Slice.of(rows, paging, Commission::id);
        var titles =
                catalog.titles(slice.items().stream().map(Commission::product).collect(Collectors.toSet()));
        var led = titles(slice.items().stream().map(Commission::shown).collect(Collectors.toSet()));
        var creators = new HashSet<PersonId>();
        slice.items().forEach(each -> creators.add(each.creator()));
        var known = people.find(creators);
        return slice.map(each -> earned(
                each,
                titles.getOrDefault(each.product(), ""),
                led.getOrDefault(each.shown(), ""),
                known.get(each.creator()),
                mine.apply(each)));
    }

    private Map<Subject, String> titles(Set<Subject> shown) {
        var titles = new HashMap<Subject, String>();
        works.titles(Attribution.ids(shown, SubjectKind.WORK, WorkId::new))
                .forEach((work, title) -> titles.put(Subject.work(work), title));
        rooms.hosted(Attribution.ids(shown, SubjectKind.ROOM, RoomId::new))
                .forEach((room, hosted) -> titles.put(Subject.room(room), hosted.title()));
        return titles;
    }

    private static Earned earned(Commission each, String title, String ledTitle, @Nullable Person creator, Money mine) {
        return new Earned(
                Long.toString(each.id()),
                each.product(),
                title,
                each.shown(),
                ledTitle,
                creator == null ? null : creator.name(),
                each.units(),
                each.soldBefore(),
                each.base(),
                each.split().commission(),
                each.split().platform(),
                mine,
                each.state(),
                each.earnedAt());
    }
}
