package org.kanmai.app.live.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.river.River;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Attendance;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells who came into a room of this process, how long they stayed, and what they did there; one pseudonym is one person. */
@Component
public class Attendances {
    private static final int MOST_LIKES = 60;

    private final River river;
    private final Ids ids;
    private final Clock clock;
    private final Map<Presence, Visit> here = new ConcurrentHashMap<>();

    Attendances(River river, Ids ids, Clock clock) {
        this.river = river;
        this.ids = ids;
        this.clock = clock;
    }

    private record Presence(RoomId room, Pseudonym pseudonym) {}

    /** One stay; {@code sockets} are open, {@code likes} wait to be told. */
    private record Visit(Trace trace, Instant since, int sockets, int likes) {
        Visit with(int more) {
            return new Visit(trace, since, sockets + more, likes);
        }

        Visit liking(int count) {
            return new Visit(trace, since, sockets, count);
        }
    }

    /** Somebody opens a socket of a room. */
    public void enter(RoomId room, Viewer viewer, Trace trace) {
        var now = clock.instant();
        var visit = here.merge(
                new Presence(room, viewer.pseudonym()), new Visit(trace, now, 1, 0), (there, another) -> there.with(1));
        if (visit.sockets() == 1) {
            river.tell(fact(room, viewer, trace, Attendance.ENTERED, null, 1));
        }
    }

    /** Somebody closes a socket that they opened. */
    public void leave(RoomId room, Viewer viewer) {
        var presence = new Presence(room, viewer.pseudonym());
        var gone = new ArrayList<Visit>(1);
        here.computeIfPresent(presence, (same, visit) -> {
            if (visit.sockets() > 1) {
                return visit.with(-1);
            }
            gone.add(visit);
            return null;
        });
        for (var visit : gone) {
            tellLikes(presence, visit);
            long stayed =
                    Math.max(0, Duration.between(visit.since(), clock.instant()).toMillis());
            river.tell(fact(room, viewer, visit.trace(), Attendance.LEFT, null, stayed));
        }
    }

    /** Somebody likes a room. */
    public void like(RoomId room, Viewer viewer, int count) {
        here.computeIfPresent(
                new Presence(room, viewer.pseudonym()),
                (same, visit) -> visit.liking(Math.clamp(visit.likes() + (long) count, 0, MOST_LIKES)));
    }

    /** Somebody opens a product of a room's shelf. */
    public void open(RoomId room, Viewer viewer, Trace trace, ProductId product) {
        river.tell(fact(room, viewer, trace, Attendance.OPENED_PRODUCT, product, 1));
    }

    /** Returns what is to be told of words that somebody says. */
    public Attended said(RoomId room, Viewer viewer, Trace trace, Attendance how) {
        return fact(room, viewer, trace, how, null, 1);
    }

    /** Tells likes, all of a second at once. */
    @Scheduled(fixedDelay = 1_000)
    void tellLikes() {
        for (var presence : List.copyOf(here.keySet())) {
            var liked = new ArrayList<Visit>(1);
            here.computeIfPresent(presence, (same, visit) -> {
                liked.add(visit);
                return visit.liking(0);
            });
            liked.forEach(visit -> tellLikes(presence, visit));
        }
    }

    private void tellLikes(Presence presence, Visit visit) {
        if (visit.likes() > 0) {
            river.tell(fact(presence, visit.trace(), Attendance.LIKED, null, visit.likes()));
        }
    }

    private Attended fact(
            RoomId room, Viewer viewer, Trace trace, Attendance what, @Nullable ProductId product, long amount) {
        return fact(new Presence(room, viewer.pseudonym()), trace, what, product, amount);
    }

    private Attended fact(Presence who, Trace trace, Attendance what, @Nullable ProductId product, long amount) {
        return new Attended(
                ids.next(),
                clock.instant(),
                Origin.LIVE,
                who.pseudonym(),
                trace.exposure(),
                who.room(),
                trace.source(),
                what,
                product,
                amount);
    }
}
