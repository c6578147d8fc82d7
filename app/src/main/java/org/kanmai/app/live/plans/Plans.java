package org.kanmai.app.live.plans;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.rooms.Announced;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces rooms, opens them and reminds of them (LC-09). */
@Component
public class Plans implements Announced {
    static final int MOST = 10;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final PlanStore store;
    private final Rooms rooms;
    private final Ids ids;
    private final Clock clock;

    Plans(PlanStore store, Rooms rooms, Ids ids, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Plan announce(PersonId host, String title, Instant at) {
        var now = clock.instant();
        var words = rooms.titled(host, title);
        if (!at.isAfter(now) || at.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid("at", "must be within the next 30 days");
        }
        if (store.of(host, MOST).size() == MOST) {
            throw Refusal.conflict("too-many-plans", "Enough is planned", "At most " + MOST + " rooms are announced.");
        }
        var plan = new Plan(new RoomId(ids.next()), host, words, at);
        store.add(plan);
        return plan;
    }

    @Transactional
    void cancel(PersonId host, RoomId id) {
        own(host, id);
        store.leave(id, "cancelled");
    }

    /** Opens the room that was announced, under the same id. */
    @Transactional
    void open(PersonId host, RoomId id) {
        var plan = own(host, id);
        if (!store.leave(id, "opened")) {
            throw Refusal.notFound("plan");
        }
        rooms.open(host, plan.title(), id);
    }

    private Plan own(PersonId host, RoomId id) {
        return store.find(id).filter(plan -> plan.host().equals(host)).orElseThrow(() -> Refusal.notFound("plan"));
    }

    /** Refuses with 404 what is not an announced room of this host. */
    public void require(PersonId host, RoomId id) {
        own(host, id);
    }

    /** Returns of which of some announced rooms a person wants to be told. */
    public Set<RoomId> reminded(PersonId person, Collection<RoomId> some) {
        return store.wanted(person, some);
    }

    @Transactional
    void remind(PersonId person, RoomId id) {
        if (store.find(id).isEmpty()) {
            throw Refusal.notFound("plan");
        }
        store.remind(id, person, clock.instant());
    }

    @Override
    public Optional<Room> announced(RoomId id) {
        return store.find(id)
                .map(plan -> new Room(
                        plan.id(), plan.host(), null, plan.title(), Room.State.PLANNED, plan.at(), null, null, null));
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
