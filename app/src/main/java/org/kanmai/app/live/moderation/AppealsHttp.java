package org.kanmai.app.live.moderation;

import java.util.List;
import org.kanmai.app.live.moderation.WallHttp.Taken;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done about a host's room, and the host's word against it. */
@RestController
@RequestMapping("/api/me/rooms/{id}/measures")
class AppealsHttp {
    private final Rooms rooms;
    private final MeasureStore store;
    private final Measures measures;

    AppealsHttp(Rooms rooms, MeasureStore store, Measures measures) {
        this.rooms = rooms;
        this.store = store;
        this.measures = measures;
    }

    /** Measures in the order in which they were taken. */
    record All(List<Taken> items) {}

    /** What a host says against a measure. */
    record Appeal(String words) {}

    @Allowed(Allowed.To.CREATOR)
    @GetMapping
    All list(@PathVariable RoomId id, Viewer viewer) {
        if (rooms.find(id).filter(room -> viewer.is(room.host())).isEmpty()) {
            throw Refusal.notFound("room");
        }
        return new All(store.of(List.of(id)).stream().map(Taken::of).toList());
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/{measure}/appeal")
    Taken appeal(@PathVariable RoomId id, @PathVariable String measure, @RequestBody Appeal appeal, Viewer viewer) {
        return Taken.of(measures.appeal(viewer.self(), id, WallHttp.number(measure), appeal.words()));
    }
}
