package org.kanmai.app.live.replays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.live.fragments.Recorded;
import org.kanmai.app.live.rooms.Recordings;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes a room that has ended; it is seen again once an operator approved it, as every work. */
@Component
public class Replays {
    private static final long SHORTEST_MILLIS = 2_000;
    private static final int MOST_KEPT = 50;

    private final ReplayStore store;
    private final Rooms rooms;
    private final Recordings recordings;
    private final Governance governance;
    private final BannedWords banned;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<RoomId, Timeline> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    Replays(
            ReplayStore store,
            Rooms rooms,
            Recordings recordings,
            Governance governance,
            BannedWords banned,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.recordings = recordings;
        this.governance = governance;
        this.banned = banned;
        this.transaction = transaction;
        this.clock = clock;
    }

    static Subject subject(RoomId room) {
        return new Subject(SubjectKind.ROOM, room.value());
    }

    /** Publishes a room of a host's own: it goes to review. */
    void publish(PersonId host, RoomId id) {
        var room = own(host, id);
        if (room.state() != Room.State.ENDED) {
            throw Refusal.conflict("no-replay", "There is no replay", "A room is played again once it has ended.");
        }
        if (timeline(id).millis() == 0) {
            throw Refusal.conflict("nothing-recorded", "Nothing was recorded", "There was no picture in this room.");
        }
        transaction.executeWithoutResult(status -> submit(room));
    }

    private void submit(Room room) {
        if (!store.add(room.id(), clock.instant())) {
            throw Refusal.conflict("published", "Published already", "Take it back before you publish it again.");
        }
        governance.open(subject(room.id()), room.host(), List.of(banned.evidence(room.title())), List.of());
    }

    /** Takes a replay back. */
    @Transactional
    void withdraw(PersonId host, RoomId id) {
        own(host, id);
        if (store.remove(id)) {
            governance.withdraw(subject(id));
        }
    }

    /** Whether it was published: it is shown, or waits for its review, or was refused. */
    boolean isPublished(RoomId id) {
        return store.has(id);
    }

    private Room own(PersonId host, RoomId id) {
        return rooms.find(id).filter(room -> room.host().equals(host)).orElseThrow(() -> Refusal.notFound("room"));
    }

    /** Returns whether a viewer may see a room again that is over. */
    public boolean mayShow(Viewer viewer, RoomId id) {
        return store.has(id) && governance.mayShow(viewer, subject(id));
    }

    /** Returns the replay of a room that this viewer may see; empty where there is none for them. */
    Optional<Timeline> shown(Viewer viewer, RoomId id) {
        var room = rooms.find(id).filter(one -> one.state().over());
        if (room.isEmpty() || !mayShow(viewer, id)) {
            return Optional.empty();
        }
        return Optional.of(timeline(id)).filter(timeline -> timeline.millis() > 0);
    }

    private Timeline timeline(RoomId id) {
        synchronized (kept) {
            var known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        var read = read(id);
        synchronized (kept) {
            kept.put(id, read);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return read;
    }

    private Timeline read(RoomId id) {
        var parts = new ArrayList<Timeline.Part>();
        long at = 0;
        for (var recording : recordings.of(id)) {
            if (Files.exists(recording.file())) {
                var recorded = recorded(recording);
                if (recorded.millis() > 0) {
                    parts.add(new Timeline.Part(recording.number(), recording.begunAt(), at, recorded));
                    at += recorded.millis();
                }
            }
        }
        return new Timeline(parts);
    }

    private static Recorded recorded(Recordings.Recording recording) {
        try {
            return Recorded.read(recording.file(), SHORTEST_MILLIS);
        } catch (IOException broken) {
            throw new UncheckedIOException("can't read " + recording.file(), broken);
        }
    }

    /** Nothing of a room is kept here any more. */
    void forget(RoomId id) {
        synchronized (kept) {
            kept.remove(id);
        }
    }
}
