package org.kanmai.app.live.replays;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.governance.Standing;
import org.kanmai.app.identity.People;
import org.kanmai.app.live.rooms.Recordings;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms that are played again: their chapters, their picture by ranges of its files, and what was said at which moment. */
@RestController
class ReplaysHttp {
    private static final MediaType PLAYLIST = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final long WINDOW_MILLIS = 60_000;
    private static final int MOST_LINES = 300;

    private final Replays replays;
    private final ReplayStore store;
    private final Recordings recordings;
    private final Rooms rooms;
    private final Governance governance;
    private final Catalog catalog;
    private final People people;

    ReplaysHttp(
            Replays replays,
            ReplayStore store,
            Recordings recordings,
            Rooms rooms,
            Governance governance,
            Catalog catalog,
            People people) {
        this.replays = replays;
        this.store = store;
        this.recordings = recordings;
        this.rooms = rooms;
        this.governance = governance;
        this.catalog = catalog;
        this.people = people;
    }

    /** What was explained from when on; the title is absent once the product is gone. */
    record Chapter(ProductId product, @Nullable String title, long atMillis) {}

    /**
     * A replay.
     *
     * @param playlist absent where there is none for this viewer
     * @param standing how its review stands; only its host is told, once it was published
     */
    record Replay(
            @Nullable String playlist,
            long durationMillis,
            List<Chapter> chapters,
            Standing.@Nullable State standing) {}

    /** Something that was said, as it is heard in a live room too. */
    record Line(
            String id, @Nullable String handle, @Nullable String name, String text, Instant at, long atMillis) {}

    /** What was said in a part of a replay; the next part begins at {@code untilMillis}. */
    record Talk(List<Line> said, long untilMillis) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/replay")
    Replay replay(@PathVariable RoomId id, Viewer viewer) {
        var room = rooms.find(id).orElseThrow(() -> Refusal.notFound("room"));
        var standing = viewer.is(room.host()) && replays.isPublished(id)
                ? governance.standing(Replays.subject(id)).map(Standing::state).orElse(null)
                : null;
        return replays.shown(viewer, id)
                .map(timeline -> new Replay(
                        "/api/rooms/" + id + "/replay.m3u8", timeline.millis(), chapters(id, timeline), standing))
                .orElseGet(() -> new Replay(null, 0, List.of(), standing));
    }

    private List<Chapter> chapters(RoomId id, Timeline timeline) {
        var all = store.chapters(id);
        var titles =
                catalog.titles(all.stream().map(ReplayStore.Chapter::product).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new Chapter(one.product(), titles.get(one.product()), timeline.at(one.from())))
                .toList();
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/replay.m3u8")
    ResponseEntity<String> playlist(@PathVariable RoomId id, Viewer viewer) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(PLAYLIST)
                .body(shown(viewer, id).playlist());
    }

    /** A recording, of which players ask for ranges; the name is its number. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/replay/{number}.mp4")
    ResponseEntity<Resource> file(@PathVariable RoomId id, @PathVariable int number, Viewer viewer) {
        var file = shown(viewer, id).parts().stream()
                .filter(part -> part.number() == number)
                .findFirst()
                .flatMap(part -> recordings.of(id).stream()
                        .filter(one -> one.number() == number)
                        .map(Recordings.Recording::file)
                        .findFirst())
                .filter(Files::exists);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType("video/mp4"))
                .body(new FileSystemResource(file.orElseThrow(() -> Refusal.notFound("replay"))));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/replay/talk")
    Talk talk(@PathVariable RoomId id, @RequestParam(defaultValue = "0") long from, Viewer viewer) {
        var timeline = shown(viewer, id);
        if (from < 0 || from >= timeline.millis()) {
            throw Refusal.invalid("from", "must lie in the replay");
        }
        long until = Math.min(from + WINDOW_MILLIS, timeline.millis());
        var end = until == timeline.millis() ? last(timeline) : timeline.instant(until);
        var said = store.said(id, timeline.instant(from), end, MOST_LINES);
        var who = people.find(said.stream().map(ReplayStore.Line::person).collect(Collectors.toSet()));
        var lines = said.stream()
                .map(line -> {
                    var person = Optional.ofNullable(who.get(line.person()));
                    return new Line(
                            Long.toString(line.id()),
                            person.map(one -> one.handle()).orElse(null),
                            person.map(one -> one.name()).orElse(null),
                            line.text(),
                            line.at(),
                            timeline.at(line.at()));
                })
                .toList();
        return new Talk(lines, until);
    }

    /** What was said after the last picture is shown with it. */
    private static Instant last(Timeline timeline) {
        return timeline.instant(timeline.millis()).plusSeconds(3_600);
    }

    private Timeline shown(Viewer viewer, RoomId id) {
        return replays.shown(viewer, id).orElseThrow(() -> Refusal.notFound("replay"));
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void publish(@PathVariable RoomId id, Viewer viewer) {
        replays.publish(viewer.self(), id);
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/rooms/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable RoomId id, Viewer viewer) {
        replays.withdraw(viewer.self(), id);
    }
}
