package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.live.ClockCamera;
import org.kanmai.benchmarks.live.SlowLine;
import org.kanmai.benchmarks.live.WatchingChromium;
import org.kanmai.benchmarks.load.Latencies;
import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.world.Member;
import org.kanmai.benchmarks.world.Studio;

/** One room whose picture is a clock: how late it is in a browser, on this machine and over a slow line. */
final class LiveBenchmark implements Benchmark {
    private static final Duration LENGTH = Duration.ofSeconds(75);
    private static final double BAR_MILLIS = 2_000;
    private static final double SLOW_BAR_MILLIS = 5_000;
    private static final double BAR_MOVING = 90;

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Table run(Stage stage) {
        var table =
                new Table("live: a picture pushed by RTMP, read in Chromium for %d s".formatted(LENGTH.toSeconds()));
        stage.stop();
        var settings = Map.of("KANMAI_LIVE_RTMPPORT", "0");
        try (var kanmai = Kanmai.start(stage.checkout(), stage.folder().resolve("live"), settings);
                var connection = new Connection(kanmai.port());
                var line = SlowLine.to(kanmai.port());
                var browser = WatchingChromium.start(stage.folder().resolve("chromium"))) {
            var studio = Studio.open(connection, kanmai.invitation());
            var room = studio.room();
            var camera = ClockCamera.to(
                    address(connection, studio.host()), stage.folder().resolve("cache"));
            try (camera) {
                note(table, "on this machine", BAR_MILLIS, browser.watch(page(kanmai.port(), room), LENGTH));
                var slow = browser.watch(page(line.port(), room), LENGTH);
                note(table, "over 2 Mbit/s, 200 ms, 1 % lost", SLOW_BAR_MILLIS, slow);
            }
        }
        return table;
    }

    private static String address(Connection connection, Member host) {
        var push = host.caller().get(connection, "/api/me/stream-key").json("a key");
        return push.path("server").asString() + "/" + push.path("key").asString();
    }

    private static String page(int port, String room) {
        return "http://127.0.0.1:%d/live/%s".formatted(port, room);
    }

    private static void note(Table table, String where, double bar, WatchingChromium.Seen seen) {
        var latencies = latencies(seen.latencies());
        table.below(where + ", from camera to browser, median", bar, "ms", latencies.millis(0.5));
        table.note(where + ", p95", Table.number(latencies.millis(0.95)) + " ms (n = " + latencies.count() + ")");
        table.above(where + ", looks at which it had moved", BAR_MOVING, "%", 100 * seen.moving());
    }

    private static Latencies latencies(List<Long> millis) {
        var latencies = new Latencies();
        millis.forEach(one -> latencies.add(one * 1_000_000));
        return latencies;
    }
}
