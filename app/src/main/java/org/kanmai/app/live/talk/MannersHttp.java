package org.kanmai.app.live.talk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.ModeratorStore.Deed;
import org.kanmai.app.live.talk.ModeratorStore.Kind;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How rooms are talked in, as hosts and their moderators rule it. */
@RestController
class MannersHttp {
    private final Manners manners;
    private final ModeratorStore moderators;
    private final Rooms rooms;
    private final People people;

    MannersHttp(Manners manners, ModeratorStore moderators, Rooms rooms, People people) {
        this.manners = manners;
        this.moderators = moderators;
        this.rooms = rooms;
        this.people = people;
    }

    /** Seconds between two words of one person, and words that are not wanted. */
    record Rules(int slowSeconds, List<String> words) {
        Rules {
            words = List.copyOf(words);
        }
    }

    /** What is to be pinned; nothing takes down what is. */
    record Pin(@Nullable String text) {}

    /** Whether the viewer keeps order here. */
    record Part(boolean host, boolean keeps) {}

    /** People who keep order in one's rooms. */
    record Named(List<Person> items) {}

    /** What was done, by whom and about whom; people are absent once erased. */
    record Told(
            String id,
            @Nullable RoomId room,
            @Nullable Person by,
            Kind kind,
            @Nullable Person about,
            Instant at) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/rooms/{id}/part")
    Part part(@PathVariable RoomId id, Viewer viewer) {
        var manner = manners.of(id);
        return new Part(manner.host().equals(viewer.self()), manner.keptBy(viewer.self()));
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/rooms/{id}/manners")
    Rules rules(@PathVariable RoomId id, Viewer viewer) {
        rooms.running(viewer.self(), id);
        var manner = manners.of(id);
        return new Rules(manner.slowSeconds(), manner.words());
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/rooms/{id}/manners")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable RoomId id, @RequestBody Rules rules, Viewer viewer) {
        manners.change(viewer.self(), id, rules.slowSeconds(), rules.words());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/rooms/{id}/pinned")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(@PathVariable RoomId id, @RequestBody Pin pin, Viewer viewer) {
        manners.pin(viewer.self(), id, pin.text());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/rooms/{id}/muted/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mute(@PathVariable RoomId id, @PathVariable String handle, Viewer viewer) {
        manners.mute(viewer.self(), id, handle);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/rooms/{id}/muted/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmute(@PathVariable RoomId id, @PathVariable String handle, Viewer viewer) {
        manners.unmute(viewer.self(), id, handle);
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/moderators")
    Named moderators(Viewer viewer) {
        var named = moderators.of(viewer.self());
        var found = people.find(named);
        return new Named(named.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/moderators/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable String handle, Viewer viewer) {
        manners.grant(viewer.self(), handle);
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/moderators/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String handle, Viewer viewer) {
        manners.revoke(viewer.self(), handle);
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/room-deeds")
    Slice<Told> deeds(Paging paging, Viewer viewer) {
        var slice = Slice.of(moderators.deeds(viewer.self(), paging), paging, Deed::id);
        var who = people.find(slice.items().stream()
                .flatMap(deed -> Stream.of(deed.by(), deed.about()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return slice.map(deed -> new Told(
                Long.toString(deed.id()),
                deed.room(),
                deed.by() == null ? null : who.get(deed.by()),
                deed.kind(),
                deed.about() == null ? null : who.get(deed.about()),
                deed.at()));
    }
}
