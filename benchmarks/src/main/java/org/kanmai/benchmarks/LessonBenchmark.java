package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.world.Visitor;

/** How soon what viewers do is learned: from the newest fact of an exposure to the step of training that used it. */
final class LessonBenchmark implements Benchmark {
    private static final int WORKS = 300;
    private static final int VISITORS = Integer.getInteger("visitors", 200);
    private static final int PER_SECOND = 10;
    private static final int BATCH = 4;
    private static final int BATCHES = Visitor.PAGE / BATCH;
    private static final int CONNECTIONS = 16;
    private static final Duration STEADILY = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 500_000_000;
    private static final double BAR = 60_000;

    @Override
    public String name() {
        return "lesson";
    }

    @Override
    public Table run(Stage stage) {
        stage.town().publish(WORKS);
        Stage.say("visitors come, consent, and get a page");
        var visitors = stage.audience().fresh(VISITORS);
        var before = stage.meters().lessons();
        Stage.say("they watch, " + PER_SECOND + " batches of " + BATCH + " works a second");
        var outcome = new Load(stage.kanmai().port(), CONNECTIONS)
                .open(PER_SECOND, STEADILY, (connection, number, due) -> {
                    int from = number / visitors.size() % BATCHES * BATCH;
                    return connection
                            .send(visitors.get(number % visitors.size()).watched(from, from + BATCH))
                            .good();
                });
        awaitLesson(stage);
        var lessons = stage.meters().lessons().since(before);
        var table = new Table("lesson: from a fact to the step of training that used it");
        table.below("fact to lesson, p50", BAR, "ms", lessons.millis(0.5));
        table.below("fact to lesson, p99", BAR, "ms", lessons.millis(0.99));
        table.note("examples learned", "%,.0f".formatted(lessons.count()));
        table.note("batches of 20 facts over HTTP", outcome.latencies().summary());
        return table;
    }

    /** Ends once nothing more is learned for as long as anything waits to be told. */
    private static void awaitLesson(Stage stage) {
        long end = System.nanoTime() + MOST.toNanos();
        double learned = -1;
        long still = System.nanoTime();
        while (System.nanoTime() < end
                && System.nanoTime() - still < Duration.ofSeconds(30).toNanos()) {
            double now = stage.meters().lessons().count();
            still = now == learned ? still : System.nanoTime();
            learned = now;
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
