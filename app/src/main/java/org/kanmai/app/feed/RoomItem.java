package org.kanmai.app.feed;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.feed.rooms.RankedRoom;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.live.rooms.RoomCards.Card;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Source;

/** A live room on a page: {@code token} proves its exposure and leads into the room. */
record RoomItem(ExposureId exposure, String token, int position, Source source, List<Term> terms, Card room) {

    /** Returns the rooms of a page, which stand behind all else on it. */
    static List<RoomItem> of(Pages.Told told, List<RankedRoom> rooms) {
        int from = told.served().items().size() - rooms.size();
        var items = new ArrayList<RoomItem>();
        for (var each : rooms) {
            var served = told.served().items().get(from + items.size());
            items.add(new RoomItem(
                    served.exposure(),
                    told.proof().tokens().get(served.position()),
                    served.position(),
                    served.source(),
                    each.terms(),
                    each.room()));
        }
        return items;
    }
}
