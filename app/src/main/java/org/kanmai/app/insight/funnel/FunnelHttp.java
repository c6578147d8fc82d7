package org.kanmai.app.insight.funnel;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.insight.funnel.Sights.Scope;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.Origin;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Funnels, for those whom they concern. */
@RestController
class FunnelHttp {
    private final Sights sights;
    private final Funnels funnels;
    private final Clock clock;

    FunnelHttp(Sights sights, Funnels funnels, Clock clock) {
        this.sights = sights;
        this.funnels = funnels;
        this.clock = clock;
    }

    /** What is asked: whose, of which days, told apart by what, of one work, product or region, of which origin. */
    record Asked(
            @Nullable Scope scope,
            @Nullable String from,
            @Nullable String to,
            @Nullable Breakdown by,
            @Nullable WorkId work,
            @Nullable ProductId product,
            @Nullable Origin origin,
            @Nullable Region region) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/insight/funnel")
    Funnel funnel(@ParameterObject Asked asked, Viewer viewer) {
        return funnels.ask(question(asked, viewer));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/insight/funnel.csv")
    ResponseEntity<byte[]> file(@ParameterObject Asked asked, Viewer viewer) {
        var funnel = funnels.ask(question(asked, viewer));
        var name = "funnel-%s-%s-%s.csv".formatted(funnel.by().code(), funnel.from(), funnel.to());
        return Csv.file(name, FunnelCsv.rows(funnel));
    }

    private FunnelQuestion question(Asked asked, Viewer viewer) {
        var scope = asked.scope == null ? Scope.WORKS : asked.scope;
        return new FunnelQuestion(
                sights.of(viewer, scope),
                Period.parse(asked.from, asked.to, clock),
                asked.by == null ? Breakdown.DAY : asked.by,
                asked.work == null ? null : asked.work.value(),
                asked.product == null ? null : asked.product.value(),
                asked.origin,
                asked.region);
    }
}
