package org.kanmai.app.traffic;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.traffic.PoolRow.State;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.distribution.ladder.Decision;
import org.kanmai.distribution.ladder.HotReview;
import org.kanmai.distribution.ladder.Ladder;
import org.kanmai.facts.HotReviewed;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReviewId;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people decide which works, of those that the last pool let through, may go hot (TD-06). */
@Component
class HotDesk {
    private final PoolStore pools;
    private final HotStore store;
    private final PoolOpening opening;
    private final Policies policies;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    HotDesk(
            PoolStore pools,
            HotStore store,
            PoolOpening opening,
            Policies policies,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.pools = pools;
        this.store = store;
        this.opening = opening;
        this.policies = policies;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides; a work that has enough agreement and no refusal is let into the hot pool at once. */
    @Transactional
    public void decide(PersonId reviewer, WorkId work, boolean letGo, String note) {
        var row = waiting(work);
        if (reviewer.equals(row.creator())) {
            throw Refusal.conflict("own-work", "Not your own", "Nobody decides about a work of their own.");
        }
        long id = ids.next();
        if (!store.add(id, work, reviewer, letGo, note, clock.instant())) {
            throw Refusal.conflict("decided", "Already decided", "You have decided about this work before.");
        }
        events.publishEvent(new HotReviewed(ids.next(), clock.instant(), Origin.LIVE, work, new ReviewId(id), letGo));
        var policy = policies.inForce();
        new Ladder(policy)
                .hot(work.value(), last(row), store.of(work))
                .ifPresent(entry -> opening.next(row, entry.quota()));
    }

    private PoolRow waiting(WorkId work) {
        var rows = pools.of(work);
        int last = policies.inForce().pools().size();
        if (rows.isEmpty()
                || rows.getLast().opened().pool() != last
                || rows.getLast().state() != State.PROMOTED) {
            throw Refusal.conflict(
                    "not-waiting", "Nothing to decide", "This work does not wait for a decision about going hot.");
        }
        return pools.lock(rows.getLast().opening()).orElseThrow();
    }

    private static Decision last(PoolRow row) {
        var verdict = row.verdict() == null ? Verdict.UNDECIDED : row.verdict();
        return new Decision(row.opened().pool(), row.units(), row.opened().quota(), 0, 0, 0, verdict);
    }

    /** Returns the works that wait, the longest waiting first, with what was decided about them so far. */
    List<PoolRow> waiting(int limit) {
        return store.waiting(policies.inForce().pools().size(), limit).stream()
                .map(WorkId::new)
                .map(pools::of)
                .filter(rows -> !rows.isEmpty())
                .map(List::getLast)
                .toList();
    }

    /** Returns what was decided so far, about one work or all, the newest first. */
    Slice<HotStore.Kept> decided(@Nullable WorkId work, Paging paging) {
        return Slice.of(store.page(work, paging), paging, HotStore.Kept::id);
    }

    List<HotReview> decisions(WorkId work) {
        return store.of(work);
    }
}
