package org.kanmai.app.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Counts each person's reactions in the running minute, for the latest 10,000 people who reacted through this process. */
@Component
class Pace {
    private static final int MOST_PEOPLE = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final int most;
    private final Map<PersonId, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Window> eldest) {
            return size() > MOST_PEOPLE;
        }
    };

    Pace(Clock clock, ConversationSettings settings) {
        this.clock = clock;
        this.most = settings.reactionsPerMinute();
    }

    /** Takes one step; false when the person has taken too many in this minute. */
    synchronized boolean step(PersonId person) {
        long minute = clock.instant().toEpochMilli() / WINDOW.toMillis();
        var window = windows.get(person);
        var next = window == null || window.minute != minute
                ? new Window(minute, 1)
                : new Window(minute, Math.min(window.steps + 1, most + 1));
        windows.put(person, next);
        return next.steps <= most;
    }

    private record Window(long minute, int steps) {}
}
