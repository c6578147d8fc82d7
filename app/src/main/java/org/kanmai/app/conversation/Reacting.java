package org.kanmai.app.conversation;

import java.util.List;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.content.Work;
import org.kanmai.app.content.Works;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Likes, favourites and "not interested": each once a person and work, counts exact. */
@Component
class Reacting {
    private final ReactionStore store;
    private final Works works;
    private final Engagements engagements;
    private final Talk talk;
    private final Pace pace;

    Reacting(ReactionStore store, Works works, Engagements engagements, Talk talk, Pace pace) {
        this.store = store;
        this.works = works;
        this.engagements = engagements;
        this.talk = talk;
        this.pace = pace;
    }

    /** Gives a reaction; a second time changes nothing. */
    @Transactional
    public void give(Viewer viewer, Trace trace, WorkId work, ReactionKind kind) {
        var creator = reachable(viewer, work);
        if (store.add(work, viewer.self(), kind)) {
            engagements.tell(viewer, trace, work, creator, kind.given());
            if (kind == ReactionKind.LIKE) {
                talk.liked(viewer.self(), work, creator);
            }
            count(work, viewer.self(), kind, 1);
        }
    }

    /** Takes a reaction back; a second time changes nothing. */
    @Transactional
    public void take(Viewer viewer, Trace trace, WorkId work, ReactionKind kind) {
        var creator = reachable(viewer, work);
        if (store.remove(work, viewer.self(), kind)) {
            engagements.tell(viewer, trace, work, creator, kind.taken());
            count(work, viewer.self(), kind, -1);
        }
    }

    /** Returns the works that a person reacted to in one way, the latest first; those not shown now are left out. */
    Slice<Work> list(Viewer viewer, ReactionKind kind, Paging paging) {
        var slice = Slice.of(store.of(viewer.self(), kind, paging), paging, ReactionStore.Kept::id);
        var ids = slice.items().stream().map(ReactionStore.Kept::work).toList();
        return new Slice<>(List.copyOf(works.visible(viewer, ids).values()), slice.next());
    }

    private PersonId reachable(Viewer viewer, WorkId work) {
        if (!pace.step(viewer.self())) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too fast", "Wait a minute and go on.");
        }
        return works.creator(work).orElseThrow(() -> Refusal.notFound("work"));
    }

    /** The last statement of its transaction, because people of one stripe wait for it. */
    private void count(WorkId work, PersonId person, ReactionKind kind, int by) {
        switch (kind) {
            case LIKE -> store.count(work, person, new Reactions.Counted(by, 0, 0));
            case FAVOURITE -> store.count(work, person, new Reactions.Counted(0, by, 0));
            case NOT_INTERESTED -> {}
        }
    }
}
