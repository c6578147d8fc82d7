package org.kanmai.app.identity.follows;

import java.time.Clock;
import org.kanmai.app.identity.Followed;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties people and parts them; doing it twice changes nothing and tells nothing. */
@Component
class Follows {
    private final FollowStore store;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Follows(FollowStore store, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.store = store;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void follow(Viewer viewer, PersonId followed, Trace trace) {
        var self = notOneself(viewer, followed);
        store.lockForFollow(self, followed);
        if (store.blockBetween(self, followed)) {
            throw Refusal.conflict("blocked", "Blocked", "One of you blocks the other.");
        }
        bounded(store.following(self));
        if (store.follow(ids.next(), self, followed)) {
            tell(viewer, followed, trace, Engagement.FOLLOWED);
            events.publishEvent(new Followed(self, followed));
        }
    }

    @Transactional
    void unfollow(Viewer viewer, PersonId followed, Trace trace) {
        if (store.unfollow(viewer.self(), followed)) {
            tell(viewer, followed, trace, Engagement.UNFOLLOWED);
        }
    }

    /** A block ends the follows of both. */
    @Transactional
    void block(Viewer viewer, PersonId blocked, Trace trace) {
        var self = notOneself(viewer, blocked);
        store.lockForBlock(self, blocked);
        bounded(store.blocksOf(self));
        if (!store.block(ids.next(), self, blocked)) {
            return;
        }
        unfollow(viewer, blocked, trace);
        store.unfollow(blocked, self);
        tell(viewer, blocked, trace, Engagement.BLOCKED);
    }

    @Transactional
    void unblock(Viewer viewer, PersonId blocked, Trace trace) {
        if (store.unblock(viewer.self(), blocked)) {
            tell(viewer, blocked, trace, Engagement.UNBLOCKED);
        }
    }

    private static PersonId notOneself(Viewer viewer, PersonId other) {
        if (viewer.is(other)) {
            throw Refusal.invalid("handle", "is your own");
        }
        return viewer.self();
    }

    private static void bounded(long circle) {
        if (circle >= People.LARGEST_CIRCLE) {
            throw Refusal.conflict(
                    "circle-full", "That is everybody", "This list holds " + People.LARGEST_CIRCLE + " people.");
        }
    }

    private void tell(Viewer viewer, PersonId other, Trace trace, Engagement engagement) {
        events.publishEvent(new Engaged(
                ids.next(),
                clock.instant(),
                Origin.LIVE,
                viewer.pseudonym(),
                trace.exposure(),
                Subject.person(other),
                trace.source(),
                other,
                engagement));
    }
}
