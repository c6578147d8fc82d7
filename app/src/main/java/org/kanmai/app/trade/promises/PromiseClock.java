package org.kanmai.app.trade.promises;

import org.kanmai.facts.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute which promises are over. */
@Component
class PromiseClock {
    private static final Logger log = LoggerFactory.getLogger(PromiseClock.class);
    private static final int BATCH = 500;

    private final Promises promises;
    private final PromiseNews news;

    PromiseClock(Promises promises, PromiseNews news) {
        this.promises = promises;
        this.news = news;
    }

    @Scheduled(fixedDelay = 60_000)
    void warn() {
        news.warn();
    }

    /** One that fails is left for the next time and stops none of the others. */
    @Scheduled(fixedDelay = 60_000)
    void look() {
        promises.due(BATCH).forEach(this::decide);
    }

    private void decide(OrderId id) {
        try {
            promises.decide(id);
        } catch (RuntimeException failure) {
            log.warn("the promise of order {} could not be decided", id, failure);
        }
    }
}
