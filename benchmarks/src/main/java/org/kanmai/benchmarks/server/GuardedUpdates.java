package org.kanmai.benchmarks.server;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The least that selling the last units could cost: one guarded update for each who wants one, straight at PostgreSQL, each thread with a connection of a pool. */
public record GuardedUpdates(Database database, DataSource pool, int connections) {
    private static final String TAKE = "update rush_baseline set free = free - 1 where sku = 1 and free >= 1";

    /**
     * What came of it.
     *
     * @param perSecond attempts
     * @param taken units
     */
    public record Result(double perSecond, int taken) {}

    /** Lets so many want one of some units. */
    public Result run(int attempts, int units) {
        database.run("drop table if exists rush_baseline");
        database.run("create table rush_baseline (sku bigint primary key, free integer not null check (free >= 0))");
        database.run("insert into rush_baseline values (1, " + units + ")");
        var next = new AtomicInteger();
        var taken = new AtomicInteger();
        double seconds = new AtOnce(connections).run(() -> take(next, taken, attempts));
        database.run("drop table rush_baseline");
        return new Result(attempts / seconds, taken.get());
    }

    private void take(AtomicInteger next, AtomicInteger taken, int attempts) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            while (next.getAndIncrement() < attempts) {
                taken.addAndGet(statement.executeUpdate());
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
