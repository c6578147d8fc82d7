package org.kanmai.app.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Counts each person's reactions in the running minute, for the latest 10,000 people who reacted through this process. */
@Component
class Pace {
    private static final int MOST_PEOPLE = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final int most;
    private final Cache<PersonId, Window> windows =
            Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();

    Pace(Clock clock, ConversationSettings settings) {
        this.clock = clock;
        this.most = settings.reactionsPerMinute();
    }

    /** Takes one step; false when the person has taken too many in this minute. */
    boolean step(PersonId person) {
        long minute = clock.instant().toEpochMilli() / WINDOW.toMillis();
        var window = windows.asMap()
                .merge(
                        person,
                        new Window(minute, 1),
                        (before, first) -> before.minute == minute
                                ? new Window(minute, Math.min(before.steps + 1, most + 1))
                                : first);
        return window.steps <= most;
    }

    private record Window(long minute, int steps) {}
}
