package org.kanmai.app.insight.board;

import java.util.List;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alarms, for operators and for the shop whose figures they are about. */
@RestController
class AlarmsHttp {
    private static final int MOST = 100;

    private final Alarms alarms;
    private final Shops shops;

    AlarmsHttp(Alarms alarms, Shops shops) {
        this.alarms = alarms;
        this.shops = shops;
    }

    /** The newest alarms, raised ones first. */
    record Raised(List<Alarm> items) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/insight/alarms")
    Raised all() {
        return new Raised(alarms.of(null, MOST));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/alarms")
    Raised own(Viewer viewer) {
        var shop = shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
        return new Raised(alarms.of(shop.id(), MOST));
    }
}
