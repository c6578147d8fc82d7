package org.kanmai.app.live.moderation;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Violation;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.live.moderation.Measure.Step;
import org.kanmai.app.live.rooms.Air;
import org.kanmai.app.live.rooms.Recordings;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.RoomId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operators' wall: every room that is live, its newest picture, what was noticed, what was done, and appeals that wait. */
@RestController
class WallHttp {
    private final Rooms rooms;
    private final Air air;
    private final Watch watch;
    private final FlagStore flags;
    private final Recordings recordings;
    private final MeasureStore store;
    private final Measures measures;
    private final People people;

    WallHttp(
            Rooms rooms,
            Air air,
            Watch watch,
            FlagStore flags,
            Recordings recordings,
            MeasureStore store,
            Measures measures,
            People people) {
        this.rooms = rooms;
        this.air = air;
        this.watch = watch;
        this.flags = flags;
        this.recordings = recordings;
        this.store = store;
        this.measures = measures;
        this.people = people;
    }

    /** What was noticed. */
    record Noticed(String id, Flag.Kind kind, String value, Instant at) {}

    /**
     * A room as it is watched.
     *
     * @param lookedAt when its newest picture was taken; absent when none was yet
     */
    record Tile(
            RoomId id,
            @Nullable Person host,
            String title,
            boolean onAir,
            int viewers,
            @Nullable Instant begunAt,
            @Nullable Instant lookedAt,
            List<Noticed> flags,
            List<Taken> measures) {}

    /** Something that was done; {@code appeal} and the rest are absent until they are there. */
    record Taken(
            String id,
            RoomId room,
            Step step,
            Violation violation,
            String note,
            Instant at,
            @Nullable String appeal,
            @Nullable Boolean upheld,
            @Nullable String answer) {
        static Taken of(Measure measure) {
            var answer = measure.answer();
            return new Taken(
                    Long.toString(measure.id()),
                    measure.room(),
                    measure.step(),
                    measure.violation(),
                    measure.note(),
                    measure.takenAt(),
                    measure.appeal(),
                    answer == null ? null : answer.upheld(),
                    answer == null ? null : answer.words());
        }
    }

    /** An appeal that waits; {@code own} says that whoever asks took the measure. */
    record Appeal(Taken measure, boolean own) {}

    /** The wall. */
    record Wall(List<Tile> items, List<Appeal> appeals) {}

    /** What is to be done. */
    record Wish(String step, String violation, String note) {}

    /** What another operator makes of an appeal. */
    record Answering(boolean uphold, String note) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/live-wall")
    Wall wall(Viewer viewer) {
        var live = rooms.live();
        var ids = live.stream().map(Room::id).toList();
        var hosts = people.find(live.stream().map(Room::host).collect(Collectors.toSet()));
        var noticed = flags.of(ids).stream().collect(Collectors.groupingBy(Flag::room));
        var taken = store.of(ids).stream().collect(Collectors.groupingBy(Measure::room));
        var tiles = live.stream()
                .map(room -> new Tile(
                        room.id(),
                        hosts.get(room.host()),
                        room.title(),
                        air.isPushed(room.id()),
                        air.viewers(room.id()),
                        room.begunAt(),
                        watch.newest(room.id()).map(Sample::at).orElse(null),
                        noticed.getOrDefault(room.id(), List.of()).stream()
                                .map(WallHttp::noticed)
                                .toList(),
                        taken.getOrDefault(room.id(), List.of()).stream()
                                .map(Taken::of)
                                .toList()))
                .toList();
        var appeals = measures.appealed().stream()
                .map(measure -> new Appeal(Taken.of(measure), viewer.is(measure.takenBy())))
                .toList();
        return new Wall(tiles, appeals);
    }

    private static Noticed noticed(Flag flag) {
        return new Noticed(Long.toString(flag.id()), flag.kind(), flag.value(), flag.at());
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/live-wall/{id}/picture.jpg")
    ResponseEntity<byte[]> picture(@PathVariable RoomId id) {
        var sample = watch.newest(id).orElseThrow(() -> Refusal.notFound("picture"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .body(sample.jpeg().bytes());
    }

    /** The picture at which something was noticed, as long as it is kept. */
    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/live-wall/{id}/flags/{flag}/picture.jpg")
    ResponseEntity<Resource> evidence(@PathVariable RoomId id, @PathVariable String flag) {
        var file = recordings.evidence(id, number(flag));
        if (!Files.exists(file)) {
            throw Refusal.notFound("picture");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .body(new FileSystemResource(file));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/live-wall/{id}/measures")
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(@PathVariable RoomId id, @RequestBody Wish wish, Viewer viewer) {
        var step = parsed(Step.class, "step", wish.step());
        var violation = parsed(Violation.class, "violation", wish.violation());
        return Taken.of(measures.take(viewer.self(), id, step, violation, wish.note()));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/live-wall/measures/{id}/answer")
    Taken answer(@PathVariable String id, @RequestBody Answering answer, Viewer viewer) {
        return Taken.of(measures.answer(viewer.self(), number(id), answer.uphold(), answer.note()));
    }

    static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("measure");
        }
        return Long.parseLong(id);
    }

    private static <C extends Enum<C> & Code> C parsed(Class<C> type, String field, String code) {
        try {
            return Code.parse(type, code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(field, "is not known");
        }
    }
}
