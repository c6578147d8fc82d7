package org.kanmai.app.trade.parcels;

import java.time.Clock;
import org.kanmai.app.trade.parcels.SandboxBookStore.Journey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The sandbox carrier's rounds: what its timetable says has happened, it tells, by the way that any carrier takes. */
@Component
@ConditionalOnProperty(name = "kanmai.trade.sandbox-carrier.enabled", havingValue = "true")
class SandboxRounds {
    private static final Logger log = LoggerFactory.getLogger(SandboxRounds.class);
    private static final int BATCH = 200;
    private static final int MOST_ROUNDS = 20;

    private final SandboxBookStore book;
    private final SandboxTimetable timetable;
    private final SandboxCarrier carrier;
    private final Parcels parcels;
    private final Clock clock;

    SandboxRounds(
            SandboxBookStore book, SandboxTimetable timetable, SandboxCarrier carrier, Parcels parcels, Clock clock) {
        this.book = book;
        this.timetable = timetable;
        this.carrier = carrier;
        this.parcels = parcels;
        this.clock = clock;
    }

    /** Several rounds at once, for parcels that are more than one event behind. */
    @Scheduled(fixedDelay = 5_000)
    void go() {
        int told = 1;
        for (int round = 0; told > 0 && round < MOST_ROUNDS; round++) {
            told = 0;
            for (var journey : book.due(clock.instant(), BATCH)) {
                told += tell(journey) ? 1 : 0;
            }
        }
    }

    /** One that cannot be told is told again later, and stops none of the others. */
    private boolean tell(Journey journey) {
        try {
            var event = timetable.event(journey.number(), journey.begun(), journey.done());
            parcels.hear(SandboxCarrier.CODE, carrier.say(event));
            book.told(journey, timetable.next(journey.number(), journey.begun(), journey.done() + 1));
            return true;
        } catch (RuntimeException failure) {
            log.warn("the sandbox carrier could not tell of a parcel", failure);
            return false;
        }
    }
}
