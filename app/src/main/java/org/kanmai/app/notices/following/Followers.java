package org.kanmai.app.notices.following;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kanmai.app.identity.Followed;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people who follows them now; the followers of a day are one line. */
@Component
class Followers {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Notices notices;
    private final Clock clock;

    Followers(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void followed(Followed event) {
        var self = NoticeSubject.person(event.followed());
        notices.tell(Telling.of(event.followed(), NoticeKind.FOLLOWED, self, "followed:" + event.follower())
                .by(event.follower())
                .into("followed:" + LocalDate.ofInstant(clock.instant(), ZONE)));
    }
}
