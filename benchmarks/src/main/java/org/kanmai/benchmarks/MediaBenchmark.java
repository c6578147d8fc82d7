package org.kanmai.benchmarks;

import java.time.Duration;
import org.kanmai.benchmarks.server.ProcessTree;
import org.kanmai.benchmarks.world.Clips;

/** What packaging a film costs that is hard to encode, from its upload to all renditions. */
final class MediaBenchmark implements Benchmark {
    private static final Duration MOST = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "media";
    }

    @Override
    public Table run(Stage stage) {
        var creator = stage.town().creators().getFirst();
        Stage.say("drawing an upright full-HD film of " + Clips.HARD_SECONDS + " s");
        var film = stage.clips().hard();
        var table = new Table(
                "media: a film of 1080x1920, 30 frames/s, noise in every frame, " + Clips.HARD_SECONDS + " s");
        var processes = new ProcessTree(stage.kanmai().process());
        var before = processes.endedChildren();
        long sent = System.nanoTime();
        var upload = creator.upload(stage.connection(), film);
        long queued = System.nanoTime();
        creator.awaitUpload(stage.connection(), upload, "ready", MOST);
        long ready = System.nanoTime();
        double cpu = processes.endedChildren().minus(before).toMillis() / 1000.0;
        table.note("the file", Table.number(film.toFile().length() / 1e6) + " MB");
        table.note("CPU time of ffmpeg for a second of film", Table.number(cpu / Clips.HARD_SECONDS) + " s");
        table.note("its upload", Table.number((queued - sent) / 1e9) + " s");
        table.note("from there until ready", Table.number((ready - queued) / 1e9) + " s");
        return table;
    }
}
