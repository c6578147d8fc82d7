package org.kanmai.app.live.rooms;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Rooms as notices tell of them. */
@Component
class RoomSubjects implements NoticeSubjects {
    private final RoomStore store;
    private final ObjectProvider<Announced> announced;

    RoomSubjects(RoomStore store, ObjectProvider<Announced> announced) {
        this.store = store;
        this.announced = announced;
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.LIVE);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        var found = new HashMap<Long, Glimpse>();
        for (long id : ids) {
            var room = new RoomId(id);
            store.find(room)
                    .or(() -> announced.stream()
                            .flatMap(each -> each.announced(room).stream())
                            .findFirst())
                    .ifPresent(one -> found.put(id, Glimpse.of(one.title(), null)));
        }
        return found;
    }
}
