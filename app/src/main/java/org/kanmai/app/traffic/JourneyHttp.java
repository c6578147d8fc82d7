package org.kanmai.app.traffic;

import org.kanmai.app.content.Works;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A work's receipts, for its creator, for operators and auditors. */
@RestController
class JourneyHttp {
    private final Journeys journeys;
    private final Works works;

    JourneyHttp(Journeys journeys, Works works) {
        this.journeys = journeys;
        this.works = works;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/works/{id}/journey")
    Journey journey(@PathVariable WorkId id, Viewer viewer) {
        if (!viewer.is(Role.OPERATOR) && !viewer.is(Role.AUDITOR) && !works.isBy(viewer.self(), id)) {
            throw Refusal.notFound("work");
        }
        return journeys.of(id);
    }
}
