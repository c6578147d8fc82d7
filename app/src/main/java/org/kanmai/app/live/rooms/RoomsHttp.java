package org.kanmai.app.live.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.live.rooms.Room.State;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms as viewers, hosts and operators see them. */
@RestController
class RoomsHttp {
    private final Rooms rooms;
    private final RoomStore store;
    private final StreamKeys keys;
    private final RtmpPort port;
    private final Air air;
    private final People people;
    private final ObjectProvider<Announced> announced;

    RoomsHttp(
            Rooms rooms,
            RoomStore store,
            StreamKeys keys,
            RtmpPort port,
            Air air,
            People people,
            ObjectProvider<Announced> announced) {
        this.rooms = rooms;
        this.store = store;
        this.keys = keys;
        this.port = port;
        this.air = air;
        this.people = people;
        this.announced = announced;
    }

    /**
     * A room as it is now.
     *
     * @param host absent once that person is erased
     * @param onAir whether a picture comes right now
     * @param reason why an operator ended it; only its host and operators are told
     */
    record View(
            RoomId id,
            @Nullable Person host,
            @Nullable ShopId shop,
            String title,
            State state,
            boolean onAir,
            int viewers,
            Instant openedAt,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {

        View forEverybody() {
            return new View(id, host, shop, title, state, onAir, viewers, openedAt, begunAt, endedAt, null);
        }
    }

    /** Rooms that are live now. */
    record Live(List<View> items) {}

    /** What a room is to be called. */
    record Wish(String title) {}

    /** Where to push to, and with which key; {@code server} is absent when the site takes no push by RTMP. */
    record Push(@Nullable String server, String key) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms")
    Live live() {
        return new Live(views(store.live()).stream().map(View::forEverybody).toList());
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}")
    View show(@PathVariable RoomId id) {
        var room = store.find(id)
                .or(() -> announced.stream()
                        .flatMap(each -> each.announced(id).stream())
                        .findFirst());
        return view(room.orElseThrow(() -> Refusal.notFound("room"))).forEverybody();
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms")
    @ResponseStatus(HttpStatus.CREATED)
    View open(@RequestBody Wish wish, Viewer viewer) {
        return view(rooms.open(viewer.self(), wish.title()));
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/rooms")
    Slice<View> own(Paging paging, Viewer viewer) {
        var slice = Slice.of(
                store.of(viewer.self(), paging), paging, room -> room.id().value());
        return new Slice<>(views(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/end")
    View end(@PathVariable RoomId id, Viewer viewer) {
        return view(rooms.end(viewer.self(), id));
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/stream-key")
    Push key(Viewer viewer) {
        return new Push(port.address(), keys.of(viewer.self()));
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/stream-key")
    Push renew(Viewer viewer) {
        return new Push(port.address(), keys.renew(viewer.self()));
    }

    private View view(Room room) {
        return views(List.of(room)).getFirst();
    }

    private List<View> views(Collection<Room> shown) {
        var hosts = people.find(shown.stream().map(Room::host).collect(Collectors.toSet()));
        return shown.stream()
                .map(room -> new View(
                        room.id(),
                        hosts.get(room.host()),
                        room.shop(),
                        room.title(),
                        room.state(),
                        air.isPushed(room.id()),
                        air.viewers(room.id()),
                        room.openedAt(),
                        room.begunAt(),
                        room.endedAt(),
                        room.reason()))
                .toList();
    }
}
