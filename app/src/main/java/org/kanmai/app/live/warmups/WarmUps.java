package org.kanmai.app.live.warmups;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.content.Works;
import org.kanmai.app.live.plans.Plans;
import org.kanmai.app.live.replays.Replays;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.warmups.WarmUp.State;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links works with rooms that their creator announced: the way leads to the reminder, then into the room, then to its replay (LC-09). */
@Component
public class WarmUps {
    private static final int MOST = 50;

    private final WarmUpStore store;
    private final Works works;
    private final Plans plans;
    private final Replays replays;
    private final Clock clock;

    WarmUps(WarmUpStore store, Works works, Plans plans, Replays replays, Clock clock) {
        this.store = store;
        this.works = works;
        this.plans = plans;
        this.replays = replays;
        this.clock = clock;
    }

    /** Returns the rooms that some works warm up for, as a viewer may see them; works without one are left out. */
    public Map<WorkId, WarmUp> of(Viewer viewer, Collection<WorkId> some) {
        var rows = some.isEmpty() ? List.<WarmUpStore.Row>of() : store.of(some);
        if (rows.isEmpty()) {
            return Map.of();
        }
        var wanted = reminded(viewer, rows);
        var shown = new HashMap<WorkId, WarmUp>();
        for (var row : rows) {
            var state = state(viewer, row);
            shown.put(row.work(), new WarmUp(row.room(), row.title(), row.at(), state, wanted.contains(row.room())));
        }
        return shown;
    }

    private Set<RoomId> reminded(Viewer viewer, List<WarmUpStore.Row> rows) {
        var person = viewer.person();
        var rooms = rows.stream().map(WarmUpStore.Row::room).collect(Collectors.toSet());
        return person == null ? Set.of() : plans.reminded(person, rooms);
    }

    private State state(Viewer viewer, WarmUpStore.Row row) {
        if (row.state() == null) {
            return State.PLANNED;
        }
        if (row.state() != Room.State.ENDED) {
            return State.LIVE;
        }
        return replays.mayShow(viewer, row.room()) ? State.REPLAY : State.OVER;
    }

    @Transactional
    void link(PersonId creator, WorkId work, RoomId plan) {
        requireOwn(creator, work);
        plans.require(creator, plan);
        var linked = store.works(plan, MOST);
        if (linked.size() == MOST && !linked.contains(work)) {
            throw Refusal.conflict(
                    "enough-warm-ups", "Enough works", "At most " + MOST + " works warm up for a room; take one off.");
        }
        store.link(work, plan, clock.instant());
    }

    @Transactional
    void unlink(PersonId creator, WorkId work) {
        requireOwn(creator, work);
        store.unlink(work);
    }

    private void requireOwn(PersonId creator, WorkId work) {
        if (!works.isBy(creator, work)) {
            throw Refusal.notFound("work");
        }
    }

    /** Returns the titles of the works that warm up for a room of a creator's own, the newest first. */
    List<Linked> linked(PersonId creator, RoomId plan) {
        plans.require(creator, plan);
        var linked = store.works(plan, MOST);
        var titles = works.titles(linked);
        return linked.stream()
                .filter(titles::containsKey)
                .map(work -> new Linked(work, titles.getOrDefault(work, "")))
                .toList();
    }

    /** A work that warms up. */
    record Linked(WorkId work, String title) {}
}
