package org.kanmai.app.notices;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes notices that have had their time, and the oldest of inboxes that are too full. */
@Component
class NoticeSweep {
    static final Duration KEPT = Duration.ofDays(180);
    static final int MOST = 1_000;
    private static final int BATCH = 5_000;
    private static final int INBOXES = 500;

    private final NoticeStore store;
    private final Clock clock;

    NoticeSweep(NoticeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${kanmai.sweep.first:PT5M}", fixedDelayString = "PT1H")
    void sweep() {
        store.deleteBefore(clock.instant().minus(KEPT), BATCH);
        store.deleteBeyond(MOST, INBOXES);
    }
}
