package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Latencies;
import org.kanmai.benchmarks.server.Database;
import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.world.Member;
import org.kanmai.benchmarks.world.Studio;

/** How long a host waits until the board of the room counts what somebody said: through the log, the streams and Redis, over HTTP on either side. */
final class BoardBenchmark implements Benchmark {
    private static final int PEOPLE = 12;
    private static final int WARM = 30;
    private static final int SAMPLES = 150;
    private static final double BAR_MILLIS = 2_000;
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = 10_000_000;
    private static final long PAUSE_NANOS = 100_000_000;

    @Override
    public String name() {
        return "board";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("board: %d words, said one after the other".formatted(SAMPLES));
        stage.stop();
        try (var kanmai = Kanmai.start(stage.checkout(), stage.folder().resolve("board"));
                var connection = new Connection(kanmai.port());
                var database = Database.of(kanmai.data())) {
            var studio = Studio.open(connection, kanmai.invitation());
            goLive(database, studio.room());
            var room = new Room(connection, studio.host(), people(connection), studio.room());
            room.hear(WARM);
            var latencies = room.hear(SAMPLES);
            table.below("from saying it to a board that counts it, p99", BAR_MILLIS, "ms", latencies.millis(0.99));
            table.note("the same", latencies.summary());
        }
        return table;
    }

    private static List<Member> people(Connection connection) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> Member.signUp(connection, "viewer" + number, Optional.empty()))
                .toList();
    }

    /** Nobody pushes a picture: whether there is one is nothing to the board. */
    private static void goLive(Database database, String room) {
        database.run("""
                update live.room
                   set state = 'live', begun_at = now(), fragment_at = now() + interval '1 hour'
                 where id = %s
                """.formatted(room));
    }

    private record Room(Connection connection, Member host, List<Member> people, String id) {
        /** One says something, and the next one once the board has counted it. */
        Latencies hear(int samples) {
            var latencies = new Latencies();
            for (int sample = 0; sample < samples; sample++) {
                long before = chats();
                long begin = System.nanoTime();
                say(people.get(sample % people.size()), "word " + begin);
                while (chats() <= before) {
                    if (System.nanoTime() - begin > MOST.toNanos()) {
                        throw new IllegalStateException("the board does not count what is said");
                    }
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                latencies.add(System.nanoTime() - begin);
                LockSupport.parkNanos(PAUSE_NANOS + begin % TimeUnit.MILLISECONDS.toNanos(200));
            }
            return latencies;
        }

        private void say(Member somebody, String words) {
            var reply = somebody.caller().json(connection, "POST", "/api/rooms/" + id + "/talk", Map.of("text", words));
            if (!reply.good()) {
                throw new IllegalStateException("words were refused: " + reply.text());
            }
        }

        private long chats() {
            return host.caller()
                    .get(connection, "/api/me/rooms/" + id + "/board")
                    .json("a board")
                    .at("/figures/chats")
                    .asLong();
        }
    }
}
