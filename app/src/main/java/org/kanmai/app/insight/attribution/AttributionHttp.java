package org.kanmai.app.insight.attribution;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.insight.attribution.Attribution.By;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.funnel.Sights;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom orders are credited to: a shop's own for its merchant, all for operators. */
@RestController
class AttributionHttp {
    private final Attributions attributions;
    private final Sights sights;
    private final Shops shops;
    private final Clock clock;

    AttributionHttp(Attributions attributions, Sights sights, Shops shops, Clock clock) {
        this.attributions = attributions;
        this.sights = sights;
        this.shops = shops;
        this.clock = clock;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/insight/attribution")
    Attribution attribution(
            @RequestParam(required = false) Sights.@Nullable Scope scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable By by,
            Viewer viewer) {
        var wanted = scope == null ? usual(viewer) : scope;
        if (wanted == Sights.Scope.WORKS) {
            throw Refusal.invalid("scope", "must be products or all");
        }
        var sight = sights.of(viewer, wanted);
        var shop = wanted == Sights.Scope.ALL
                ? null
                : shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
        return attributions.of(shop, sight, Period.parse(from, to, clock), by == null ? By.SOURCE : by);
    }

    private static Sights.Scope usual(Viewer viewer) {
        if (viewer.is(Role.OPERATOR)) {
            return Sights.Scope.ALL;
        }
        return viewer.is(Role.MERCHANT) ? Sights.Scope.PRODUCTS : Sights.Scope.WORKS;
    }
}
