package org.kanmai.app.aftersales.complaints;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ComplaintId;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds complaints for those who may see them, and shows them: buyer, shop's owner, operators who decide. */
@Component
class ComplaintDesk {
    private static final int LONGEST = 500;

    private final ComplaintStore store;
    private final OrderBook orders;
    private final Shops shops;
    private final Clock clock;

    ComplaintDesk(ComplaintStore store, OrderBook orders, Shops shops, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * A complaint as it is shown.
     *
     * @param dueAt when silence is an answer; with an operator, until when it should be decided
     * @param overdue whether that is over
     * @param mayRate whether its buyer can still say how it was handled
     */
    record Shown(
            ComplaintId id,
            OrderId order,
            Complaint.Topic topic,
            Complaint.State state,
            String words,
            String answer,
            String verdict,
            Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant escalatedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant dueAt,
            boolean overdue,
            boolean mayRate,
            @Nullable Integer stars) {}

    Shown show(Complaint complaint) {
        var moments = complaint.moments();
        boolean handled = moments.answered() != null || moments.decided() != null;
        return new Shown(
                complaint.id(),
                complaint.order(),
                complaint.topic(),
                complaint.state(),
                complaint.said().words(),
                complaint.said().answer(),
                complaint.said().verdict(),
                moments.asked(),
                moments.answered(),
                moments.escalated(),
                moments.decided(),
                complaint.due(),
                complaint.due() != null && complaint.due().isBefore(clock.instant()),
                handled && complaint.state() != Complaint.State.ESCALATED && complaint.stars() == null,
                complaint.stars());
    }

    List<Shown> show(List<Complaint> some) {
        return some.stream().map(this::show).toList();
    }

    /** Returns a viewer's own order; refuses with 404 everybody else's. */
    OrderRow bought(OrderId id, Viewer viewer) {
        return orders.own(viewer.self(), List.of(id)).stream().findFirst().orElseThrow(() -> Refusal.notFound("order"));
    }

    /** Returns a viewer's own complaint; refuses with 404 everybody else's. */
    Complaint raised(ComplaintId id, Viewer viewer) {
        return store.find(id)
                .filter(complaint -> viewer.is(complaint.buyer()))
                .orElseThrow(() -> Refusal.notFound("complaint"));
    }

    /** Returns a complaint about a viewer's own shop; refuses with 404 everybody else's. */
    Complaint received(ComplaintId id, Viewer viewer) {
        var shop = shop(viewer);
        return store.find(id)
                .filter(complaint -> complaint.shop().equals(shop))
                .orElseThrow(() -> Refusal.notFound("complaint"));
    }

    /** Returns a complaint that somebody else is to decide about; refuses with 403 who is a side of it. */
    Complaint escalated(ComplaintId id, Viewer operator) {
        var complaint = store.find(id).orElseThrow(() -> Refusal.notFound("complaint"));
        boolean owns = shops.of(operator.self())
                .map(Shop::id)
                .filter(complaint.shop()::equals)
                .isPresent();
        if (owns || operator.is(complaint.buyer())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "own-subject", "This is yours", "Another operator has to decide about it.");
        }
        return complaint;
    }

    ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    /** Returns what somebody says; refuses with 422 what is too short, too long, or no text. */
    static String words(String sent) {
        var text = sent.strip();
        if (text.length() < 2 || text.length() > LONGEST || text.chars().anyMatch(ComplaintDesk::isControl)) {
            throw Refusal.invalid("words", "must have 2-" + LONGEST + " characters");
        }
        return text;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n';
    }
}
