package org.kanmai.app.live.slices;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a host may cut out of a room. */
@RestController
@RequestMapping("/api/me/rooms/{id}/slices")
class SlicesHttp {
    private final Rooms rooms;
    private final MarkStore marks;
    private final Slices slices;
    private final Catalog catalog;

    SlicesHttp(Rooms rooms, MarkStore marks, Slices slices, Catalog catalog) {
        this.rooms = rooms;
        this.marks = marks;
        this.slices = slices;
        this.catalog = catalog;
    }

    /** What was explained from when to when; the title is absent once the product is gone. */
    record Slice(String mark, ProductId product, @Nullable String title, Instant from, Instant until) {}

    /** Slices in the order in which they came. */
    record All(List<Slice> items) {}

    /** Which one to cut. */
    record Wish(String mark) {}

    /** The upload that a slice became. */
    record Cut(MediaId upload) {}

    @Allowed(Allowed.To.CREATOR)
    @GetMapping
    All list(@PathVariable RoomId id, Viewer viewer) {
        var all = marks.of(own(viewer, id).id());
        var titles = catalog.titles(all.stream().map(Mark::product).collect(Collectors.toSet()));
        return new All(all.stream()
                .map(mark -> new Slice(
                        Long.toString(mark.id()),
                        mark.product(),
                        titles.get(mark.product()),
                        mark.from(),
                        mark.until()))
                .toList());
    }

    /** Cuts one; it is packaged like any upload, and becomes a work when its host publishes it. */
    @Allowed(Allowed.To.CREATOR)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Cut cut(@PathVariable RoomId id, @RequestBody Wish wish, Viewer viewer) throws IOException, InterruptedException {
        var room = own(viewer, id);
        var mark = wish.mark().matches("[0-9]{1,18}")
                ? marks.find(room.id(), Long.parseLong(wish.mark()))
                : Optional.<Mark>empty();
        return new Cut(slices.cut(viewer.self(), room.id(), mark.orElseThrow(() -> Refusal.notFound("slice"))));
    }

    private Room own(Viewer viewer, RoomId id) {
        return rooms.find(id).filter(room -> viewer.is(room.host())).orElseThrow(() -> Refusal.notFound("room"));
    }
}
