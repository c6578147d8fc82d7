package org.kanmai.app.live.plans;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms that are announced. */
@RestController
class PlansHttp {
    private static final int NEXT = 50;

    private final Plans plans;
    private final PlanStore store;
    private final People people;
    private final Clock clock;

    PlansHttp(Plans plans, PlanStore store, People people, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** A room to come; {@code reminded} says whether the viewer asked to be. */
    record View(RoomId id, @Nullable Person host, String title, Instant at, boolean reminded) {}

    /** Rooms to come, the next first. */
    record Coming(List<View> items) {}

    /** What is announced for when. */
    record Wish(String title, Instant at) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/plans")
    Coming next(Viewer viewer) {
        return new Coming(views(store.next(clock.instant(), NEXT), viewer));
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/plans")
    Coming own(Viewer viewer) {
        return new Coming(views(store.of(viewer.self(), Plans.MOST), viewer));
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/plans")
    @ResponseStatus(HttpStatus.CREATED)
    View announce(@RequestBody Wish wish, Viewer viewer) {
        return views(List.of(plans.announce(viewer.self(), wish.title(), wish.at())), viewer)
                .getFirst();
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/plans/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable RoomId id, Viewer viewer) {
        plans.cancel(viewer.self(), id);
    }

    /** Opens the room, which has the plan's id. */
    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/plans/{id}/open")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable RoomId id, Viewer viewer) {
        plans.open(viewer.self(), id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/reminders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(@PathVariable RoomId id, Viewer viewer) {
        plans.remind(viewer.self(), id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/reminders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable RoomId id, Viewer viewer) {
        store.forget(id, viewer.self());
    }

    private List<View> views(Collection<Plan> shown, Viewer viewer) {
        var hosts = people.find(shown.stream().map(Plan::host).collect(Collectors.toSet()));
        var person = viewer.person();
        Set<RoomId> wanted = person == null
                ? Set.of()
                : plans.reminded(person, shown.stream().map(Plan::id).toList());
        return shown.stream()
                .map(plan -> new View(
                        plan.id(), hosts.get(plan.host()), plan.title(), plan.at(), wanted.contains(plan.id())))
                .toList();
    }
}
