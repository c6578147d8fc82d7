package org.kanmai.app.live.replays;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Exhibits;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;

/** Shows operators what a review of a replay is about, and hosts which of their rooms a notice means. */
@Component
class RoomDesk implements Exhibits, NoticeSubjects {
    private final Rooms rooms;
    private final People people;

    RoomDesk(Rooms rooms, People people) {
        this.rooms = rooms;
        this.people = people;
    }

    /** A room in few words; an operator looks at the replay on its page. */
    record Exhibit(RoomId id, String title, @Nullable Person host) {}

    @Override
    public SubjectKind kind() {
        return SubjectKind.ROOM;
    }

    @Override
    public Map<Long, ?> describe(Viewer operator, Collection<Long> ids) {
        var shown = new HashMap<Long, Exhibit>();
        for (var id : ids) {
            rooms.find(new RoomId(id)).ifPresent(room -> {
                var host = people.find(Set.of(room.host())).get(room.host());
                shown.put(id, new Exhibit(room.id(), room.title(), host));
            });
        }
        return shown;
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.ROOM);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        var seen = new HashMap<Long, Glimpse>();
        for (var id : ids) {
            rooms.find(new RoomId(id))
                    .filter(room -> viewer.is(room.host()))
                    .ifPresent(room -> seen.put(id, Glimpse.of(room.title(), null)));
        }
        return seen;
    }
}
