package org.kanmai.app.live.plans;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kanmai.app.live.attendance.RoomNoticed;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who asked for it: shortly before a room, and when it is live. */
@Component
class Reminding {
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration FORGOTTEN = Duration.ofHours(6);
    private static final int AT_ONCE = 20;
    private static final int MOST = 10_000;

    private final PlanStore store;
    private final Notices notices;
    private final Clock clock;

    Reminding(PlanStore store, Notices notices, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.clock = clock;
    }

    /** Plans are locked in the order of their ids. */
    @Scheduled(fixedDelay = 2_000)
    @Transactional
    public void remind() {
        var now = clock.instant();
        store.cancelBefore(now.minus(FORGOTTEN));
        store.takeSoon(now.plus(BEFORE), AT_ONCE).forEach(plan -> tell(plan.id(), plan.host(), NoticeKind.ROOM_SOON));
    }

    @EventListener
    void live(RoomNoticed event) {
        tell(event.room(), event.host(), NoticeKind.ROOM_LIVE);
    }

    private void tell(RoomId room, PersonId host, NoticeKind kind) {
        List<Telling> tellings = store.reminded(room, MOST).stream()
                .map(person -> Telling.of(person, kind, NoticeSubject.live(room), kind.code() + ":" + room)
                        .by(host))
                .toList();
        notices.tell(tellings);
    }
}
