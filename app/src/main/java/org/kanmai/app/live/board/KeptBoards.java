package org.kanmai.app.live.board;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the board of each room that is over, once the streams know that it is; Redis forgets it after three days. */
@Component
class KeptBoards {
    private static final Duration KNOWN = Duration.ofDays(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 50;

    private final BoardStore store;
    private final Boards boards;
    private final Clock clock;

    KeptBoards(BoardStore store, Boards boards, Clock clock) {
        this.store = store;
        this.boards = boards;
        this.clock = clock;
    }

    /** A board that does not say that its room is over is kept as it is after ten minutes. */
    @Scheduled(fixedDelay = 2_000)
    void keep() {
        var now = clock.instant();
        var rooms = store.over(now.minus(KNOWN), now, AT_ONCE);
        var impatient = store.over(now.minus(KNOWN), now.minus(PATIENCE), AT_ONCE);
        boards.of(rooms).forEach((room, board) -> {
            if (board.over() || impatient.contains(room)) {
                store.keep(room, board, now);
            }
        });
    }
}
