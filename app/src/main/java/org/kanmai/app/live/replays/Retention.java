package org.kanmai.app.live.replays;

import java.io.IOException;
import java.time.Clock;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.live.LiveSettings;
import org.kanmai.app.live.rooms.Recordings;
import org.kanmai.facts.RoomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Keeps what rooms leave behind as long as disputes may need it, and not a day longer (LC-17). */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionStore store;
    private final Replays replays;
    private final Recordings recordings;
    private final Governance governance;
    private final LiveSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            RetentionStore store,
            Replays replays,
            Recordings recordings,
            Governance governance,
            LiveSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.replays = replays;
        this.recordings = recordings;
        this.governance = governance;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Files go first: what fails in between is done again. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void sweep() throws IOException {
        for (var room : store.endedBefore(clock.instant().minus(settings.kept()))) {
            FileSystemUtils.deleteRecursively(recordings.folder(room));
            transaction.executeWithoutResult(status -> forget(room));
            replays.forget(room);
            LOG.info("live.forgotten room={}", room);
        }
    }

    private void forget(RoomId room) {
        governance.withdraw(Replays.subject(room));
        store.forget(room, clock.instant());
    }
}
