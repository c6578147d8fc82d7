package org.kanmai.app.conversation;

import java.util.List;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.content.Work;
import org.kanmai.app.content.Works;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reactions to works. */
@RestController
class ReactionsHttp {
    private final Reacting reacting;
    private final Works works;

    ReactionsHttp(Reacting reacting, Works works) {
        this.reacting = reacting;
        this.works = works;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/works/{id}/like")
    Reacted like(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        reacting.give(viewer, trace, id, ReactionKind.LIKE);
        return reacted(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/works/{id}/like")
    Reacted unlike(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        reacting.take(viewer, trace, id, ReactionKind.LIKE);
        return reacted(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/works/{id}/favourite")
    Reacted favourite(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        reacting.give(viewer, trace, id, ReactionKind.FAVOURITE);
        return reacted(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/works/{id}/favourite")
    Reacted unfavourite(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        reacting.take(viewer, trace, id, ReactionKind.FAVOURITE);
        return reacted(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/works/{id}/not-interested")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notInterested(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        reacting.give(viewer, trace, id, ReactionKind.NOT_INTERESTED);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/works/{id}/not-interested")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void interested(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        reacting.take(viewer, trace, id, ReactionKind.NOT_INTERESTED);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/likes")
    Slice<Work> likes(Paging paging, Viewer viewer) {
        return reacting.list(viewer, ReactionKind.LIKE, paging);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/favourites")
    Slice<Work> favourites(Paging paging, Viewer viewer) {
        return reacting.list(viewer, ReactionKind.FAVOURITE, paging);
    }

    private Reacted reacted(Viewer viewer, WorkId id) {
        return works.visible(viewer, List.of(id)).values().stream()
                .findFirst()
                .map(work -> new Reacted(work.counts(), work.mine()))
                .orElseThrow(() -> Refusal.notFound("work"));
    }

    /** A work's counts and the viewer's part in them, afterwards. */
    record Reacted(Work.Counts counts, Reactions.Mine mine) {}
}
