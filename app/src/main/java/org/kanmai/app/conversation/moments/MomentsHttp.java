package org.kanmai.app.conversation.moments;

import java.util.List;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comments over a film, a minute of it at a time. */
@RestController
class MomentsHttp {
    private final Moments moments;

    MomentsHttp(Moments moments) {
        this.moments = moments;
    }

    /** What is shown over a minute, in the order of the film. */
    record Minute(List<Moments.Over> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}/moments")
    Minute of(@PathVariable WorkId id, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        return new Minute(moments.of(viewer, id, from));
    }
}
