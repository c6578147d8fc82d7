package org.kanmai.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.live.DirectSends;
import org.kanmai.benchmarks.load.Latencies;
import org.kanmai.benchmarks.server.Database;
import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.server.ProcessTree;

/** One room in which many listen and some speak: how many bullet comments reach people, and how long that takes. */
final class TalkBenchmark implements Benchmark {
    private static final int LISTENERS = Integer.getInteger("listeners", 500);
    private static final int SPEAKERS = 400;
    private static final int MOUTHS = 4;
    /** How long a session's token is. */
    private static final int TOKEN = 43;

    private static final long ROOM = 4_711;
    private static final double BAR_MILLIS = 300;
    private static final double BAR_RATIO = 4;
    private static final double ALL = 0.999;
    private static final List<Integer> RATES = List.of(20, 40, 110, 200, 400);
    private static final List<Integer> DIRECT_RATES = List.of(20, 40, 110, 200, 400);
    private static final Duration PHASE = Duration.ofSeconds(12);
    private static final Duration TAIL = Duration.ofSeconds(3);
    private static final Pattern SENT = Pattern.compile("\"at-(\\d+)\"");

    @Override
    public String name() {
        return "talk";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("talk: one room, %d listeners, %d speakers".formatted(LISTENERS, SPEAKERS));
        stage.stop();
        try (var kanmai = Kanmai.start(stage.checkout(), stage.folder().resolve("talk"));
                var database = Database.of(kanmai.data());
                var clients = Executors.newFixedThreadPool(2);
                var client = HttpClient.newBuilder().executor(clients).build()) {
            open(database);
            var speakers = speakers(database);
            var room = URI.create("ws://127.0.0.1:%d/live/%d/talk".formatted(kanmai.port(), ROOM));
            var ears = listen(client, room);
            var ours = RATES.stream()
                    .mapToLong(rate -> phase(table, kanmai, speakers, ears, rate))
                    .max();
            long direct = direct(table, client);
            table.above(
                    "deliveries/s at which p99 is below the bar, for one of direct sends in this process",
                    BAR_RATIO,
                    "times",
                    ours.orElse(0) / (double) Math.max(1, direct));
            // A client that is closed waits for its sockets, and these are open as long as the room is.
            client.shutdownNow();
        }
        return table;
    }

    /** Returns how many deliveries a second were in time when each text is sent to each listener by itself. */
    private static long direct(Table table, HttpClient client) {
        try (var sends = DirectSends.start()) {
            var ears = listen(client, sends.address());
            return DIRECT_RATES.stream()
                    .mapToLong(rate -> directly(table, sends, ears, rate))
                    .max()
                    .orElse(0);
        }
    }

    private static long directly(Table table, DirectSends sends, Ears ears, int rate) {
        Stage.say(rate + " bullet comments a second, sent directly");
        ears.latencies = new Latencies();
        long before = ears.heard.sum();
        long begin = System.nanoTime();
        long said = rate * PHASE.toSeconds();
        for (long turn = 0; turn < said; turn++) {
            LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(turn) / rate - System.nanoTime());
            sends.send("\"at-" + (begin + TimeUnit.SECONDS.toNanos(turn) / rate) + "\"");
        }
        LockSupport.parkNanos(TAIL.toNanos());
        long heard = ears.heard.sum() - before;
        table.note(
                "%,d deliveries/s sent directly".formatted(heard / PHASE.toSeconds()),
                "p50 %s, p99 %s ms; heard %.1f %%"
                        .formatted(
                                Table.number(ears.latencies.millis(0.5)),
                                Table.number(ears.latencies.millis(0.99)),
                                100.0 * heard / ((double) said * LISTENERS)));
        return inTime(ears, heard, said);
    }

    /** Deliveries a second if all were heard and the last per cent in time; 0 otherwise. */
    private static long inTime(Ears ears, long heard, long said) {
        boolean all = heard >= ALL * said * LISTENERS;
        return all && ears.latencies.millis(0.99) < BAR_MILLIS ? heard / PHASE.toSeconds() : 0;
    }

    private static void open(Database database) {
        database.run("""
                insert into live.room (id, host, title, state, opened_at, begun_at, fragment_at)
                values (%d, 1, 'Talk', 'live', now(), now(), now() + interval '1 hour')
                """.formatted(ROOM));
    }

    /** People with a session each, written at once: hashing a hundred passwords would take longer than a phase. */
    private static List<Caller> speakers(Database database) {
        Stage.say(SPEAKERS + " people are there");
        database.run("""
                insert into identity.person (id, handle, name, bio)
                select 1000 + n, 'speaker' || n, 'Speaker', ''
                  from generate_series(1, %1$d) as n;
                insert into identity.session (hash, person, expires_at)
                select sha256(convert_to(lpad(n::text, %2$d, 's'), 'UTF8')), 1000 + n, now() + interval '1 hour'
                  from generate_series(1, %1$d) as n
                """.formatted(SPEAKERS, TOKEN));
        return IntStream.rangeClosed(1, SPEAKERS)
                .mapToObj(speaker -> Caller.signedIn(
                        "s".repeat(TOKEN - Integer.toString(speaker).length()) + speaker))
                .toList();
    }

    /** What everybody hears, put together. */
    private static final class Ears {
        private final LongAdder heard = new LongAdder();
        private volatile Latencies latencies = new Latencies();

        void hear(String batch) {
            long now = System.nanoTime();
            var sent = SENT.matcher(batch);
            while (sent.find()) {
                heard.increment();
                latencies.add(now - Long.parseLong(sent.group(1)));
            }
        }
    }

    private static Ears listen(HttpClient client, URI room) {
        Stage.say(LISTENERS + " people listen");
        var ears = new Ears();
        for (int listener = 0; listener < LISTENERS; listener++) {
            client.newWebSocketBuilder().buildAsync(room, new Listener(ears)).join();
        }
        return ears;
    }

    private static final class Listener implements WebSocket.Listener {
        private final Ears ears;
        private final StringBuilder batch = new StringBuilder();

        Listener(Ears ears) {
            this.ears = ears;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            batch.append(data);
            if (last) {
                ears.hear(batch.toString());
                batch.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** Returns how many deliveries a second were in time. */
    private static long phase(Table table, Kanmai kanmai, List<Caller> speakers, Ears ears, int rate) {
        Stage.say(rate + " bullet comments a second");
        ears.latencies = new Latencies();
        long before = ears.heard.sum();
        var server = new ProcessTree(kanmai.process());
        var cpu = server.cpu();
        int said = speak(kanmai.port(), speakers, rate);
        double share = server.cpu().minus(cpu).toNanos() / 1e9 / PHASE.toSeconds();
        long heard = ears.heard.sum() - before;
        var what = "%,d deliveries/s, p99 from sent to heard".formatted(heard / PHASE.toSeconds());
        table.below(what, BAR_MILLIS, "ms", ears.latencies.millis(0.99));
        table.note(
                "said %d a second".formatted(rate),
                "p50 %s ms; heard %.1f %%; %s cores of the server"
                        .formatted(
                                Table.number(ears.latencies.millis(0.5)),
                                100.0 * heard / ((double) said * LISTENERS),
                                Table.number(share)));
        return inTime(ears, heard, said);
    }

    /** Speakers take turns; returns how many comments were taken. */
    private static int speak(int port, List<Caller> speakers, int rate) {
        var said = new AtomicInteger();
        long begin = System.nanoTime();
        var mouths = IntStream.range(0, MOUTHS)
                .mapToObj(mouth -> Thread.ofPlatform().start(() -> {
                    try (var connection = new Connection(port)) {
                        for (int turn = mouth; turn < rate * PHASE.toSeconds(); turn += MOUTHS) {
                            LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(turn) / rate - System.nanoTime());
                            said.addAndGet(say(connection, speakers.get(turn % speakers.size())) ? 1 : 0);
                        }
                    }
                }))
                .toList();
        try {
            for (var mouth : mouths) {
                mouth.join();
            }
            Thread.sleep(TAIL);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return said.get();
    }

    private static boolean say(Connection connection, Caller speaker) {
        var words = Map.of("text", "at-" + System.nanoTime());
        return speaker.json(connection, "POST", "/api/rooms/" + ROOM + "/talk", words)
                .good();
    }
}
