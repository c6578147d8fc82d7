package org.kanmai.app.live.drops;

import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coupons that a host drops, and those who take them; that there is one is heard through the room's socket. */
@RestController
class DropsHttp {
    private final Drops drops;

    DropsHttp(Drops drops) {
        this.drops = drops;
    }

    /** Which coupon of the host's shop, one that is handed out, and for how many seconds. */
    record Wish(CouponId coupon, int seconds) {}

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/drops")
    @ResponseStatus(HttpStatus.CREATED)
    Drops.Shown begin(@PathVariable RoomId id, @RequestBody Wish wish, Viewer viewer) {
        return drops.begin(viewer.self(), id, wish.coupon(), wish.seconds());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/rooms/{id}/drop/claims")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable RoomId id, Viewer viewer) {
        drops.claim(viewer.self(), id);
    }
}
