package org.kanmai.app.feed;

import java.util.List;
import org.kanmai.app.feed.rooms.LiveRooms;
import org.kanmai.app.feed.rooms.RankedRoom;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PageId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.Surface;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Live rooms, ranked for who asks. */
@RestController
class LiveHttp {
    private static final int MOST = 50;

    private final Feed feed;
    private final LiveRooms rooms;
    private final Pages pages;

    LiveHttp(Feed feed, LiveRooms rooms, Pages pages) {
        this.feed = feed;
        this.rooms = rooms;
        this.pages = pages;
    }

    /** A page of live rooms, with what proves it. */
    record Page(PageId page, List<RoomItem> items, String signature, String key) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/live")
    Page live(Viewer viewer) {
        var situation = feed.situation(viewer, Surface.LIVE, false);
        return page(situation, rooms.choose(situation, MOST));
    }

    /** A page of one room that somebody opened by its address, with what proves its exposure. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/page")
    Page opened(@PathVariable RoomId id, Viewer viewer) {
        var room = rooms.open(id).orElseThrow(() -> Refusal.notFound("room"));
        return page(feed.asked(viewer, Surface.ROOM_PAGE), List.of(room));
    }

    private Page page(Situation situation, List<RankedRoom> shown) {
        var told = pages.tell(situation, shown);
        return new Page(
                told.served().page(),
                RoomItem.of(told, shown),
                told.proof().signature(),
                told.proof().key());
    }
}
