package org.kanmai.app.live.board;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.ranking.rooms.RoomBoard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The board of one's own room. */
@RestController
class BoardHttp {
    private static final int EARLIER = 10;

    private final BoardStore store;
    private final Boards boards;
    private final BoardSettings bars;
    private final Rooms rooms;
    private final Catalog catalog;
    private final Clock clock;

    BoardHttp(BoardStore store, Boards boards, BoardSettings bars, Rooms rooms, Catalog catalog, Clock clock) {
        this.store = store;
        this.boards = boards;
        this.bars = bars;
        this.rooms = rooms;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is known of the room; of one that is over also when what was explained, and how the rooms before it were. */
    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/rooms/{id}/board")
    BoardView show(@PathVariable RoomId id, Viewer viewer) {
        var room = rooms.find(id).filter(found -> viewer.is(found.host())).orElseThrow(() -> Refusal.notFound("room"));
        var now = clock.instant();
        var board = board(room);
        var view = new BoardView.Making(room, board, now, catalog.titles(products(board)));
        return room.state().over()
                ? view.over(markers(room), store.before(room.host(), id, EARLIER))
                : view.running(Alarm.of(board, now, bars));
    }

    private RoomBoard board(Room room) {
        var kept = room.state().over() ? store.kept(room.id()) : Optional.<RoomBoard>empty();
        return kept.orElseGet(() -> boards.of(List.of(room.id())).getOrDefault(room.id(), RoomBoard.NONE));
    }

    private List<BoardView.Marker> markers(Room room) {
        var markers = store.markers(room.id());
        var titles = catalog.titles(
                markers.stream().map(BoardStore.Marker::product).distinct().toList());
        return markers.stream()
                .map(each ->
                        new BoardView.Marker(each.product(), titles.get(each.product()), each.from(), each.until()))
                .toList();
    }

    private static List<ProductId> products(RoomBoard board) {
        return board.products().keySet().stream().map(ProductId::new).toList();
    }
}
