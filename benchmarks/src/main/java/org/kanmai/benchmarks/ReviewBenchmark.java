package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.load.Latencies;
import org.kanmai.benchmarks.world.Member;

/** How soon a work is recommended to a follower of its creator once an operator has approved it. */
final class ReviewBenchmark implements Benchmark {
    private static final double BAR_SECONDS = 2;
    private static final int WORKS = 5;
    private static final int FEW = 1_000;
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 20_000_000;

    @Override
    public String name() {
        return "review";
    }

    @Override
    public Table run(Stage stage) {
        stage.town().publish(FEW);
        var connection = stage.connection();
        var newcomer = Member.signUp(connection, "newcomer", Optional.empty());
        var follower = Member.signUp(connection, "follower", Optional.empty());
        follower.follow(connection, newcomer);
        var table = new Table("review: from the answer to an approval to the first page that shows the work");
        var latencies = new Latencies();
        for (int number = 1; number <= WORKS; number++) {
            Stage.say("a new work, " + number + " of " + WORKS);
            latencies.add(approveAndLook(stage, newcomer, follower, number));
        }
        table.below("the slowest of " + WORKS + " works", BAR_SECONDS, "s", latencies.millis(1) / 1000);
        table.note("the median", Table.number(latencies.millis(0.5) / 1000) + " s");
        return table;
    }

    private static long approveAndLook(Stage stage, Member newcomer, Member follower, int number) {
        var connection = stage.connection();
        var upload = newcomer.upload(connection, stage.clips().small(number));
        var work = newcomer.caller()
                .json(connection, "POST", "/api/works", Map.of("upload", upload, "title", "New " + number))
                .json("a new work")
                .path("id")
                .asString();
        var review = until(() -> stage.town().review(work));
        stage.town()
                .operator()
                .caller()
                .json(
                        connection,
                        "POST",
                        "/api/reviews/" + review.path("id").asString() + "/decision",
                        Map.of("approve", true))
                .json("an approval");
        long approved = System.nanoTime();
        until(() -> Optional.of(follower.caller().get(connection, "/api/feed").json("a page"))
                .filter(page -> page.path("items")
                        .valueStream()
                        .anyMatch(
                                item -> item.path("work").path("id").asString().equals(work))));
        return System.nanoTime() - approved;
    }

    private interface Look<T> {
        Optional<T> now();
    }

    private static <T> T until(Look<T> look) {
        long deadline = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < deadline) {
            var seen = look.now();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("what was looked for did not come within " + MOST);
    }
}
