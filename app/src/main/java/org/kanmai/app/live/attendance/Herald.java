package org.kanmai.app.live.attendance;

import org.kanmai.app.identity.People;
import org.kanmai.app.live.attendance.NewsStore.Waiting;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the followers of a host that a room of theirs is live, some at a time, the latest follows first. */
@Component
class Herald {
    private static final int AT_ONCE = 500;

    private final NewsStore store;
    private final People people;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    Herald(NewsStore store, People people, Notices notices, ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.notices = notices;
        this.events = events;
    }

    /** One room at a time is locked. */
    @Scheduled(fixedDelay = 500)
    @Transactional
    public void tell() {
        store.waiting().ifPresent(this::tell);
    }

    private void tell(Waiting waiting) {
        if (waiting.before() == Long.MAX_VALUE) {
            events.publishEvent(new RoomNoticed(waiting.room(), waiting.host()));
        }
        var fans = people.fans(waiting.host(), waiting.before(), AT_ONCE);
        notices.tell(fans.stream()
                .map(fan -> Telling.of(
                                fan.person(),
                                NoticeKind.ROOM_LIVE,
                                NoticeSubject.live(waiting.room()),
                                NoticeKind.ROOM_LIVE.code() + ":" + waiting.room())
                        .by(waiting.host()))
                .toList());
        store.goOn(waiting.room(), fans.size() < AT_ONCE ? null : fans.getLast().follow());
    }
}
