package org.kanmai.benchmarks.live;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.server.Database;
import org.kanmai.benchmarks.world.SignedIn;

/** A live room without a picture, in which people speak in turns. */
public final class TalkingRoom {
    private static final long ROOM = 4_711;
    private static final long FIRST = 1_000;
    private static final int MOUTHS = 4;

    private final int port;
    private final List<Caller> speakers;

    private TalkingRoom(int port, List<Caller> speakers) {
        this.port = port;
        this.speakers = speakers;
    }

    /** Opens the room and has so many come who speak. */
    public static TalkingRoom open(int port, Database database, int speakers) {
        database.run("""
                insert into live.room (id, host, title, state, opened_at, begun_at, fragment_at)
                values (%d, 1, 'Talk', 'live', now(), now(), now() + interval '1 hour')
                """.formatted(ROOM));
        return new TalkingRoom(port, SignedIn.write(database, 's', FIRST, speakers));
    }

    /** Returns where one listens. */
    public URI address() {
        return URI.create("ws://127.0.0.1:%d/live/%d/talk".formatted(port, ROOM));
    }

    /** Has so many comments be said a second, for a time; returns how many of them were taken. */
    public int speak(int rate, Duration time) {
        var said = new AtomicInteger();
        long begin = System.nanoTime();
        var mouths = IntStream.range(0, MOUTHS)
                .mapToObj(mouth -> Thread.ofPlatform().start(() -> speak(mouth, rate, time, begin, said)))
                .toList();
        try {
            for (var mouth : mouths) {
                mouth.join();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return said.get();
    }

    private void speak(int mouth, int rate, Duration time, long begin, AtomicInteger said) {
        try (var connection = new Connection(port)) {
            for (int turn = mouth; turn < rate * time.toSeconds(); turn += MOUTHS) {
                LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(turn) / rate - System.nanoTime());
                said.addAndGet(say(connection, speakers.get(turn % speakers.size())) ? 1 : 0);
            }
        }
    }

    private static boolean say(Connection connection, Caller speaker) {
        var words = Map.of("text", Ears.textSaidAt(System.nanoTime()));
        return speaker.json(connection, "POST", "/api/rooms/" + ROOM + "/talk", words)
                .good();
    }
}
