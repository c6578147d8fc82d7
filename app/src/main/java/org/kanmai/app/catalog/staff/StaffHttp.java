package org.kanmai.app.catalog.staff;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's people for its owner, and the shops that somebody may act for. */
@RestController
class StaffHttp {
    private final Staff staff;
    private final StaffStore store;
    private final Shops shops;
    private final People people;

    StaffHttp(Staff staff, StaffStore store, Shops shops, People people) {
        this.staff = staff;
        this.store = store;
        this.shops = shops;
        this.people = people;
    }

    /** Somebody who is invited or may act for a shop; {@code person} is absent once erased. */
    record Member(
            String id,
            @Nullable Person person,
            Grant.Kind kind,
            Collection<Duty> duties,
            Grant.State state,
            Instant invitedAt,
            @Nullable Instant until) {}

    /** A shop that somebody is invited to act for, or may. */
    record Workplace(
            String id,
            ShopId shop,
            String name,
            Grant.Kind kind,
            Collection<Duty> duties,
            Grant.State state,
            @Nullable Instant until) {}

    /** What somebody did for a shop. */
    record Done(
            @Nullable Person person,
            String method,
            String path,
            @Nullable Integer status,
            Instant at) {}

    /** All of a shop's people. */
    record Members(List<Member> items) {}

    /** All of somebody's shops. */
    record Workplaces(List<Workplace> items) {}

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/staff")
    @ResponseStatus(HttpStatus.CREATED)
    Member invite(@RequestBody Staff.Invitation wish, Viewer viewer) {
        var grant = staff.invite(viewer.self(), wish);
        return member(grant, people.find(List.of(grant.person())));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/staff")
    Members members(Viewer viewer) {
        var grants = store.of(shop(viewer));
        var known = people.find(grants.stream().map(Grant::person).toList());
        return new Members(grants.stream().map(grant -> member(grant, known)).toList());
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/shop/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Viewer viewer) {
        staff.revoke(viewer.self(), number(id));
    }

    /** What was done for the shop by others than its owner, the newest first. */
    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/staff-acts")
    Slice<Done> acts(Paging paging, Viewer viewer) {
        var shop = shop(viewer);
        var slice = Slice.of(store.acts(shop, paging), paging, StaffStore.Act::id);
        var grants = store
                .all(
                        shop,
                        slice.items().stream()
                                .map(StaffStore.Act::grant)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Grant::id, Function.identity()));
        var known = people.find(grants.values().stream().map(Grant::person).collect(Collectors.toSet()));
        return slice.map(act -> new Done(
                known.get(Objects.requireNonNull(grants.get(act.grant())).person()),
                act.method(),
                act.path(),
                act.status(),
                act.at()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/workplaces")
    Workplaces workplaces(Viewer viewer) {
        var grants = store.of(viewer.self());
        var names = shops.names(grants.stream().map(Grant::shop).toList());
        return new Workplaces(grants.stream()
                .map(grant -> new Workplace(
                        Long.toString(grant.id()),
                        grant.shop(),
                        names.getOrDefault(grant.shop(), ""),
                        grant.kind(),
                        grant.duties(),
                        grant.state(),
                        grant.until()))
                .toList());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/workplaces/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String id, Viewer viewer) {
        staff.accept(viewer.self(), number(id));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/workplaces/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String id, Viewer viewer) {
        staff.leave(viewer.self(), number(id));
    }

    private static Member member(Grant grant, Map<PersonId, Person> known) {
        return new Member(
                Long.toString(grant.id()),
                known.get(grant.person()),
                grant.kind(),
                grant.duties(),
                grant.state(),
                grant.invitedAt(),
                grant.until());
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("invitation");
        }
        return Long.parseLong(id);
    }
}
