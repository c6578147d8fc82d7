package org.kanmai.app.identity.sessions;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.identity.IdentitySettings;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Remembers for a second who is behind a session, so that a page's many calls cost one look-up. */
@Component
final class RecentViewers {
    static final int LARGEST = 10_000;

    private final Clock clock;
    private final long millis;
    private final Map<ByteBuffer, Seen> viewers = new LinkedHashMap<>(16, 0.75f, true);
    private long changes;

    RecentViewers(Clock clock, IdentitySettings settings) {
        this.clock = clock;
        this.millis = settings.viewerMemory().toMillis();
    }

    synchronized Optional<Viewer> find(byte[] hash) {
        var seen = viewers.get(ByteBuffer.wrap(hash));
        if (seen == null || Math.abs(clock.millis() - seen.atMillis()) >= millis) {
            return Optional.empty();
        }
        return Optional.of(seen.viewer());
    }

    /** Returns a number to hand to {@link #remember}: what was read before a change is then not remembered after it. */
    synchronized long changes() {
        return changes;
    }

    synchronized void remember(byte[] hash, Viewer viewer, long changesBefore) {
        if (changes != changesBefore) {
            return;
        }
        viewers.put(ByteBuffer.wrap(hash.clone()), new Seen(viewer, clock.millis()));
        if (viewers.size() > LARGEST) {
            var eldest = viewers.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    synchronized void forget(PersonId person) {
        changes++;
        viewers.values().removeIf(seen -> seen.viewer().is(person));
    }

    private record Seen(Viewer viewer, long atMillis) {}
}
