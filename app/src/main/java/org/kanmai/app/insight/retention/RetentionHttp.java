package org.kanmai.app.insight.retention;

import org.kanmai.app.content.Works;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How long people stay with a work, for its creator and for operators. */
@RestController
class RetentionHttp {
    private final Retentions retentions;
    private final Works works;

    RetentionHttp(Retentions retentions, Works works) {
        this.retentions = retentions;
        this.works = works;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/works/{id}/retention")
    Retention retention(@PathVariable WorkId id, Viewer viewer) {
        if (!viewer.is(Role.OPERATOR) && !works.isBy(viewer.self(), id)) {
            throw Refusal.notFound("work");
        }
        return retentions.of(id);
    }
}
