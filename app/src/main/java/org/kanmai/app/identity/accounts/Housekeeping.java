package org.kanmai.app.identity.accounts;

import java.time.Duration;
import org.kanmai.app.identity.IdentitySettings;
import org.kanmai.app.identity.sessions.Mapping;
import org.kanmai.app.identity.sessions.Sessions;
import org.kanmai.app.identity.sessions.Visitors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has had its time: sessions, counters, and the rows that tie former pseudonyms to anybody. */
@Component
final class Housekeeping {
    /** Rows of each kind in one go; the rest waits for the next. */
    static final int MOST = 5_000;

    private final Sessions sessions;
    private final Mapping mapping;
    private final Visitors visitors;
    private final Attempts attempts;
    private final Duration longestWindow;

    Housekeeping(Sessions sessions, Mapping mapping, Visitors visitors, Attempts attempts, IdentitySettings settings) {
        this.sessions = sessions;
        this.mapping = mapping;
        this.visitors = visitors;
        this.attempts = attempts;
        var window = settings.attemptWindow();
        this.longestWindow = window.compareTo(Door.SIGN_UP_WINDOW) > 0 ? window : Door.SIGN_UP_WINDOW;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 300_000)
    void clean() {
        sessions.expire(MOST);
        mapping.endDays(MOST);
        mapping.expire(MOST);
        visitors.expire(MOST);
        attempts.expire(longestWindow, MOST);
    }
}
