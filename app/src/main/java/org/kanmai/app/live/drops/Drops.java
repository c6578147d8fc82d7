package org.kanmai.app.live.drops;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.drops.DropStore.Drop;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.Listeners;
import org.kanmai.app.promotion.coupons.Coupon;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.coupons.Coupons.Handout;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drops a shop's coupons in its room: whoever is there may take one, while there are any (LC-03). */
@Component
class Drops {
    private static final String DROP = "drop";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 600;

    private final DropStore store;
    private final Rooms rooms;
    private final Coupons coupons;
    private final Listeners listeners;
    private final Ids ids;
    private final Clock clock;
    private Set<RoomId> told = Set.of();

    Drops(DropStore store, Rooms rooms, Coupons coupons, Listeners listeners, Ids ids, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.coupons = coupons;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    /** What everybody in the room sees; {@code left} of {@code pieces} can still be had. */
    record Shown(String id, Coupon coupon, int pieces, int left, Instant until) {}

    /** Begins a drop; a room has one at a time. */
    @Transactional
    public Shown begin(PersonId host, RoomId id, CouponId coupon, int seconds) {
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw Refusal.invalid("seconds", "must be 10-600");
        }
        var room = rooms.selling(host, id);
        var handout = handout(room, coupon);
        rooms.lock(id);
        var now = clock.instant();
        if (store.running(id, now).isPresent()) {
            throw Refusal.conflict(
                    "drop-runs", "One is on", "Coupons are dropped one after the other; wait for its end.");
        }
        var drop = new Drop(ids.next(), id, coupon, now, now.plusSeconds(seconds));
        store.add(drop);
        return shown(drop, handout);
    }

    private Handout handout(Room room, CouponId coupon) {
        if (room.shop() == null) {
            throw Refusal.notFound("coupon");
        }
        var handout = coupons.handout(room.shop(), coupon);
        if (!handout.open() || handout.left() == 0) {
            throw Refusal.conflict("coupon-over", "Not on now", "This coupon is over, or all of it is taken.");
        }
        return handout;
    }

    private static Shown shown(Drop drop, Handout handout) {
        return new Shown(Long.toString(drop.id()), handout.coupon(), handout.pieces(), handout.left(), drop.until());
    }

    /** Somebody who is in the room takes one; the own claim is locked first, then the coupon's row. */
    @Transactional
    public void claim(PersonId person, RoomId id) {
        var now = clock.instant();
        var drop = store.running(id, now)
                .filter(each -> rooms.over(Set.of(id)).isEmpty())
                .orElseThrow(() -> Refusal.conflict("drop-over", "It is over", "This coupon can't be taken any more."));
        if (!listeners.present(id, person)) {
            throw Refusal.conflict("not-present", "You are not in the room", "Only who is in the room can take this.");
        }
        if (!store.claim(drop.id(), person, now)) {
            throw Refusal.conflict("coupon-had", "You have it", "A person can have only one of this.");
        }
        coupons.hand(person, drop.coupon());
    }

    /** Tells rooms how many are left, when that has changed, and when a drop is over. */
    @Scheduled(fixedDelay = 500)
    synchronized void tick() {
        var heard = listeners.rooms();
        if (heard.isEmpty() && told.isEmpty()) {
            return;
        }
        var running = heard.isEmpty() ? List.<Drop>of() : store.running(heard, clock.instant());
        var handouts = coupons
                .handouts(running.stream().map(Drop::coupon).distinct().toList())
                .stream()
                .collect(Collectors.toMap(each -> each.coupon().id(), each -> each));
        for (var drop : running) {
            listeners.stand(
                    drop.room(), DROP, shown(drop, Objects.requireNonNull(handouts.get(drop.coupon()), "no coupon")));
        }
        var now = running.stream().map(Drop::room).collect(Collectors.toSet());
        var ended = new HashSet<>(told);
        ended.removeAll(now);
        ended.forEach(room -> listeners.fall(room, DROP, false));
        told = Set.copyOf(now);
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
