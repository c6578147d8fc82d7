package org.kanmai.app.insight.board;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.funnel.Sights;
import org.kanmai.app.insight.funnel.Sights.Scope;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Origin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dictionary, and boards for those whom they concern. */
@RestController
class BoardHttp {
    private static final int LONGEST = 90;

    private final Boards boards;
    private final Metrics metrics;
    private final Sights sights;
    private final Shops shops;
    private final Clock clock;

    BoardHttp(Boards boards, Metrics metrics, Sights sights, Shops shops, Clock clock) {
        this.boards = boards;
        this.metrics = metrics;
        this.sights = sights;
        this.shops = shops;
        this.clock = clock;
    }

    /** All metrics. */
    record Dictionary(List<Metric> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/insight/metrics")
    Dictionary dictionary() {
        return new Dictionary(metrics.metrics());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/insight/board")
    Board board(
            @RequestParam(required = false) @Nullable Scope scope,
            @RequestParam(defaultValue = "28") int days,
            @RequestParam(required = false) @Nullable Origin origin,
            Viewer viewer) {
        if (days < 1 || days > LONGEST) {
            throw Refusal.invalid("days", "must be 1-" + LONGEST);
        }
        return boards.of(subject(viewer, scope == null ? Scope.WORKS : scope, origin), Period.last(days, clock));
    }

    private Measures.Subject subject(Viewer viewer, Scope scope, @Nullable Origin origin) {
        var sight = sights.of(viewer, scope);
        return switch (scope) {
            case ALL -> new Measures.Subject(sight, null, true, origin);
            case WORKS -> new Measures.Subject(sight, null, false, origin);
            case PRODUCTS ->
                new Measures.Subject(
                        sight, shops.of(viewer.self()).orElseThrow().id(), true, origin);
        };
    }
}
