package org.kanmai.app.aftersales.complaints;

import java.time.Clock;
import org.kanmai.app.identity.PersonErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to complaints without anybody's step: by time, and by a person's erasure. */
@Component
class ComplaintClock {
    private static final Logger log = LoggerFactory.getLogger(ComplaintClock.class);
    private static final int BATCH = 200;

    private final Complaints complaints;
    private final ComplaintStore store;
    private final Clock clock;

    ComplaintClock(Complaints complaints, ComplaintStore store, Clock clock) {
        this.complaints = complaints;
        this.store = store;
        this.clock = clock;
    }

    /** One that fails is left for the next time and stops none of the others. */
    @Scheduled(fixedDelay = 30_000)
    void goOn() {
        for (var complaint : store.due(clock.instant(), BATCH)) {
            try {
                complaints.hearSilence(complaint);
            } catch (RuntimeException failure) {
                log.warn("complaint {} could not be moved on", complaint.id(), failure);
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
