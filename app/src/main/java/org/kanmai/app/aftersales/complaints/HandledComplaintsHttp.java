package org.kanmai.app.aftersales.complaints;

import java.time.Clock;
import java.time.Duration;
import org.kanmai.app.aftersales.complaints.ComplaintDesk.Shown;
import org.kanmai.app.aftersales.complaints.ComplaintStore.Figures;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ComplaintId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Complaints for those who are to handle them: the shop first, an operator after a day. */
@RestController
class HandledComplaintsHttp {
    private static final Duration LATELY = Duration.ofDays(30);

    private final Complaints complaints;
    private final ComplaintStore store;
    private final ComplaintDesk desk;
    private final Clock clock;

    HandledComplaintsHttp(Complaints complaints, ComplaintStore store, ComplaintDesk desk, Clock clock) {
        this.complaints = complaints;
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    /** What is said to a buyer. */
    record Words(String words) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/complaints")
    Slice<Shown> ofShop(Paging paging, Viewer viewer) {
        var found = store.ofShop(desk.shop(viewer), paging);
        return Slice.of(found, paging, each -> each.id().value()).map(desk::show);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/complaints/{id}/answer")
    Shown answer(@PathVariable ComplaintId id, @RequestBody Words sent, Viewer viewer) {
        var words = ComplaintDesk.words(sent.words());
        return desk.show(complaints.answer(desk.received(id, viewer), words, viewer.self()));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/complaints")
    Slice<Shown> escalated(Paging paging) {
        return Slice.of(store.escalated(paging), paging, each -> each.id().value())
                .map(desk::show);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/complaints/{id}/decision")
    Shown decide(@PathVariable ComplaintId id, @RequestBody Words sent, Viewer viewer) {
        var words = ComplaintDesk.words(sent.words());
        return desk.show(complaints.decide(desk.escalated(id, viewer), words, viewer.self()));
    }

    /** How the complaints of the last 30 days were handled. */
    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/complaints/figures")
    Figures figures() {
        return store.figures(clock.instant().minus(LATELY));
    }
}
