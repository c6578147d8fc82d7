package org.kanmai.app.live.attendance;

import java.time.Clock;
import org.kanmai.app.live.attendance.NewsStore.News;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomOpened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells that rooms began and that they are over, whoever made them so; what is told is noted in the same transaction. */
@Component
class RoomNews {
    private static final int AT_ONCE = 50;

    private final NewsStore store;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    RoomNews(NewsStore store, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.store = store;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Rooms are locked in the order of their ids, and those that somebody else has are left for the next time. */
    @Scheduled(fixedDelay = 500)
    @Transactional
    public void tell() {
        var news = store.take(AT_ONCE);
        news.forEach(this::tell);
        if (!news.isEmpty()) {
            store.told(news.stream().map(News::room).toList());
        }
    }

    private void tell(News news) {
        var now = clock.instant();
        if (news.begins()) {
            events.publishEvent(new RoomOpened(ids.next(), now, Origin.LIVE, news.room(), news.host()));
        }
        if (news.ends()) {
            events.publishEvent(new RoomEnded(ids.next(), now, Origin.LIVE, news.room(), news.host(), news.cut()));
        }
    }
}
