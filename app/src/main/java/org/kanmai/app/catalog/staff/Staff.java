package org.kanmai.app.catalog.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.staff.StaffStore.Act;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.delegation.Delegations;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants and takes back the right to act for a shop; it is looked up anew for every call, so that what is revoked is gone at once. */
@Component
class Staff implements Delegations {
    private static final int MOST = 50;
    private static final int LONGEST_PATH = 300;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final StaffStore store;
    private final Shops shops;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    Staff(StaffStore store, Shops shops, People people, Ids ids, Clock clock) {
        this.store = store;
        this.shops = shops;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is invited, to what. */
    record Invitation(
            String handle,
            Grant.Kind kind,
            List<Duty> duties,
            @Nullable Instant until) {}

    /** Invites somebody by name; nothing holds before their yes. */
    @Transactional
    public Grant invite(PersonId owner, Invitation wish) {
        var shop = shops.of(owner).orElseThrow(() -> Refusal.notFound("shop"));
        var person = people.byHandle(wish.handle())
                .filter(each -> !each.id().equals(owner))
                .filter(each -> !people.blocked(owner).contains(each.id()))
                .orElseThrow(() -> Refusal.invalid("handle", "is nobody's who can be invited"));
        if (wish.duties().isEmpty()) {
            throw Refusal.invalid("duties", "must be at least one");
        }
        if (store.count(shop.id()) >= MOST) {
            throw Refusal.conflict("too-many-staff", "Too many people", "A shop has at most " + MOST + " people.");
        }
        var grant = new Grant(
                ids.next(),
                shop.id(),
                person.id(),
                wish.kind(),
                Set.copyOf(wish.duties()),
                Grant.State.INVITED,
                clock.instant(),
                until(wish));
        if (!store.invite(grant)) {
            throw Refusal.conflict("already-invited", "Already invited", "End that one's invitation or work first.");
        }
        return grant;
    }

    private @Nullable Instant until(Invitation wish) {
        var until = wish.until();
        if (until == null && wish.kind() == Grant.Kind.AGENCY) {
            throw Refusal.invalid("until", "must be there for an agency");
        }
        var now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw Refusal.invalid("until", "must be within a year");
        }
        return until;
    }

    void accept(PersonId person, long id) {
        require(store.accept(id, person));
    }

    void leave(PersonId person, long id) {
        require(store.leave(id, person, clock.instant()));
    }

    void revoke(PersonId owner, long id) {
        var shop = shops.of(owner).orElseThrow(() -> Refusal.notFound("shop"));
        require(store.revoke(id, shop.id(), clock.instant()));
    }

    private static void require(boolean moved) {
        if (!moved) {
            throw Refusal.notFound("invitation");
        }
    }

    @Override
    public Optional<Acting> acting(PersonId person, ShopId shop, String method, String endpoint) {
        var needed = Duty.of(method, endpoint);
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        return store.find(person, shop)
                .filter(grant -> grant.holds(clock.instant()))
                .filter(grant -> !Collections.disjoint(grant.duties(), needed))
                .flatMap(grant -> owner(shop).map(owner -> new Acting(grant.id(), shop, owner, roles(owner))));
    }

    private Set<Role> roles(PersonId owner) {
        return people.has(owner, Role.CREATOR) ? Set.of(Role.MERCHANT, Role.CREATOR) : Set.of(Role.MERCHANT);
    }

    @Override
    public boolean isOfShops(String endpoint) {
        return Duty.LIVE.names(endpoint);
    }

    /** A shop has an owner who is a merchant still, or nobody acts for it. */
    private Optional<PersonId> owner(ShopId shop) {
        var found = shops.find(List.of(shop)).get(shop);
        if (found == null) {
            return Optional.empty();
        }
        var owner = found.owner();
        return owner != null && people.has(owner.id(), Role.MERCHANT) ? Optional.of(owner.id()) : Optional.empty();
    }

    @Override
    public long begun(Acting acting, String method, String path) {
        long id = ids.next();
        var cut = path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
        store.begun(acting.shop(), new Act(id, acting.grant(), method, cut, null, clock.instant()));
        return id;
    }

    @Override
    public void ended(long act, int status) {
        store.ended(act, status);
    }

    @EventListener
    void erased(PersonErased event) {
        store.leaveAll(event.person(), clock.instant());
    }
}
