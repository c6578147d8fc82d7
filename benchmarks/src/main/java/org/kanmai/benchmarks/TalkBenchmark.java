package org.kanmai.benchmarks;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.live.DirectSends;
import org.kanmai.benchmarks.live.Ears;
import org.kanmai.benchmarks.live.TalkingRoom;
import org.kanmai.benchmarks.server.Database;
import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.server.ProcessTree;

/** One room in which many listen and some speak: how many bullet comments reach people, and how long that takes. */
final class TalkBenchmark implements Benchmark {
    private static final int LISTENERS = Integer.getInteger("listeners", 500);
    private static final int SPEAKERS = 400;
    private static final double BAR_MILLIS = 300;
    private static final double BAR_RATIO = 4;
    private static final double ALL = 0.999;
    private static final List<Integer> RATES = List.of(20, 40, 110, 200, 400);
    private static final List<Integer> DIRECT_RATES = List.of(20, 40, 110, 200, 400);
    private static final Duration PHASE = Duration.ofSeconds(12);
    private static final Duration TAIL = Duration.ofSeconds(3);

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
            Stage.say(SPEAKERS + " people are there, " + LISTENERS + " listen");
            var room = TalkingRoom.open(kanmai.port(), database, SPEAKERS);
            var ears = Ears.listen(client, room.address(), LISTENERS);
            var ours = RATES.stream()
                    .mapToLong(rate -> phase(table, kanmai, room, ears, rate))
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
            var ears = Ears.listen(client, sends.address(), LISTENERS);
            return DIRECT_RATES.stream()
                    .mapToLong(rate -> directly(table, sends, ears, rate))
                    .max()
                    .orElse(0);
        }
    }

    private static long directly(Table table, DirectSends sends, Ears ears, int rate) {
        Stage.say(rate + " bullet comments a second, sent directly");
        long before = ears.begin();
        long begin = System.nanoTime();
        long said = rate * PHASE.toSeconds();
        for (long turn = 0; turn < said; turn++) {
            LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(turn) / rate - System.nanoTime());
            sends.send("\"" + Ears.textSaidAt(begin + TimeUnit.SECONDS.toNanos(turn) / rate) + "\"");
        }
        LockSupport.parkNanos(TAIL.toNanos());
        long heard = ears.heard() - before;
        table.note(
                "%,d deliveries/s sent directly".formatted(heard / PHASE.toSeconds()),
                "p50 %s, p99 %s ms; heard %.1f %%"
                        .formatted(
                                Table.number(ears.latencies().millis(0.5)),
                                Table.number(ears.latencies().millis(0.99)),
                                100.0 * heard / ((double) said * LISTENERS)));
        return inTime(ears, heard, said);
    }

    /** Deliveries a second if all were heard and the last per cent in time; 0 otherwise. */
    private static long inTime(Ears ears, long heard, long said) {
        boolean all = heard >= ALL * said * LISTENERS;
        return all && ears.latencies().millis(0.99) < BAR_MILLIS ? heard / PHASE.toSeconds() : 0;
    }

    /** Returns how many deliveries a second were in time. */
    private static long phase(Table table, Kanmai kanmai, TalkingRoom room, Ears ears, int rate) {
        Stage.say(rate + " bullet comments a second");
        long before = ears.begin();
        var server = new ProcessTree(kanmai.process());
        var cpu = server.cpu();
        int said = room.speak(rate, PHASE);
        LockSupport.parkNanos(TAIL.toNanos());
        double share = server.cpu().minus(cpu).toNanos() / 1e9 / PHASE.toSeconds();
        long heard = ears.heard() - before;
        var what = "%,d deliveries/s, p99 from sent to heard".formatted(heard / PHASE.toSeconds());
        table.below(what, BAR_MILLIS, "ms", ears.latencies().millis(0.99));
        table.note(
                "said %d a second".formatted(rate),
                "p50 %s ms; heard %.1f %%; %s cores of the server"
                        .formatted(
                                Table.number(ears.latencies().millis(0.5)),
                                100.0 * heard / ((double) said * LISTENERS),
                                Table.number(share)));
        return inTime(ears, heard, said);
    }
}
