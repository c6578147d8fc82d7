package org.kanmai.app.promotion.sharing;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.promotion.coupons.Coupon;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.AppealId;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking friends to help with a coupon, and helping. */
@RestController
class AppealsHttp {
    private final Appeals appeals;
    private final AppealStore store;
    private final Coupons coupons;
    private final People people;
    private final Clock clock;

    AppealsHttp(Appeals appeals, AppealStore store, Coupons coupons, People people, Clock clock) {
        this.appeals = appeals;
        this.store = store;
        this.coupons = coupons;
        this.people = people;
        this.clock = clock;
    }

    /**
     * An appeal at an instant of the server's clock, by which pages count down.
     *
     * @param by the name of who asks; absent once erased
     */
    record Standing(
            AppealId id,
            Coupon coupon,
            @Nullable String by,
            int needed,
            int helped,
            Appeal.State state,
            Instant endsAt,
            Part part,
            Instant now) {}

    /** What the viewer has to do with it. */
    enum Part implements Code {
        /** It is the viewer's. */
        OWN,
        /** The viewer has helped. */
        HELPED,
        /** Nothing yet. */
        NONE
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/coupons/{id}/appeal")
    Standing ask(@PathVariable CouponId id, Viewer viewer) {
        return shown(appeals.ask(viewer.self(), id), viewer);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/appeals/{id}")
    Standing one(@PathVariable AppealId id, Viewer viewer) {
        return shown(store.find(id).orElseThrow(() -> Refusal.notFound("appeal")), viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/appeals/{id}/help")
    Standing help(@PathVariable AppealId id, Viewer viewer) {
        appeals.help(viewer.self(), id);
        return one(id, viewer);
    }

    private Standing shown(Appeal appeal, Viewer viewer) {
        var person = appeal.person();
        return new Standing(
                appeal.id(),
                coupons.friendly(appeal.coupon()).coupon(),
                person == null
                        ? null
                        : people.find(person).map(each -> each.name()).orElse(null),
                appeal.needed(),
                appeal.helped(),
                appeal.state(),
                appeal.endsAt(),
                part(appeal, viewer),
                clock.instant());
    }

    private Part part(Appeal appeal, Viewer viewer) {
        if (viewer.person() == null) {
            return Part.NONE;
        }
        if (viewer.person().equals(appeal.person())) {
            return Part.OWN;
        }
        return store.hasHelped(viewer.person(), appeal.id()) ? Part.HELPED : Part.NONE;
    }
}
