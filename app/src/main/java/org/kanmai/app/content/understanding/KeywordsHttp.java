package org.kanmai.app.content.understanding;

import java.util.List;
import org.kanmai.app.content.Works;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keywords of one's own works: what a work is not about is taken away, and given back. */
@RestController
class KeywordsHttp {
    private static final int LONGEST = 128;

    private final Comprehension comprehension;
    private final Works works;

    KeywordsHttp(Comprehension comprehension, Works works) {
        this.comprehension = comprehension;
        this.works = works;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/works/{id}/keywords/{keyword}")
    Digest remove(@PathVariable WorkId id, @PathVariable String keyword, Viewer viewer) {
        return after(id, comprehension.remove(own(id, viewer), word(keyword)));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/works/{id}/keywords/{keyword}")
    Digest restore(@PathVariable WorkId id, @PathVariable String keyword, Viewer viewer) {
        return after(id, comprehension.restore(own(id, viewer), word(keyword)));
    }

    private WorkId own(WorkId id, Viewer viewer) {
        if (!works.isBy(viewer.self(), id)) {
            throw Refusal.notFound("work");
        }
        return id;
    }

    private static String word(String sent) {
        if (sent.length() > LONGEST || sent.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.notFound("keyword");
        }
        return sent;
    }

    private Digest after(WorkId id, boolean found) {
        var digest = comprehension.digests(List.of(id)).get(id);
        if (!found || digest == null) {
            throw Refusal.notFound("keyword");
        }
        return digest;
    }
}
