package org.kanmai.sandbox.notifications;

import java.net.URI;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.loops.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the merchant at least once, until it acknowledges: what is added in a transaction that commits is never lost. */
public final class Notifications implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final int AT_ONCE = 16;
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** Longer than a try lasts; after it, a try is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration ENDING = Duration.ofSeconds(6);

    private final NotificationStore store = new NotificationStore();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Loop loop = new Loop("notifications", PAUSE, this::dispatch);
    private final Database database;
    private final Courier courier;
    private final Clock clock;

    /** Signs with this key. */
    public Notifications(Database database, PrivateKey key, Clock clock) {
        this.database = database;
        this.courier = new Courier(key, clock);
        this.clock = clock;
    }

    /** Goes on with what earlier processes left. */
    public void start() {
        loop.start();
    }

    /** Adds one, inside the transaction of what it tells; it goes out when it is due. */
    public void add(Session session, Notification notification, URI url, Instant due) throws SQLException {
        store.add(session, notification, url, due);
    }

    /** Says, after the commit, that there is something to tell. */
    public void wake() {
        loop.wake();
    }

    /** Forgets what was acknowledged or given up a week ago. */
    public void forget() {
        var before = clock.instant().minus(KEPT);
        database.transaction(session -> store.forget(session, before, Tries.MOST));
    }

    /** Stops taking tries and lets those on their way end. */
    @Override
    public void close() {
        loop.close();
        threads.shutdown();
        try {
            threads.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        courier.close();
    }

    /** Takes as many as may be on their way at once; returns whether there may be more. */
    private boolean dispatch() {
        int free = places.drainPermits();
        if (free == 0) {
            return false;
        }
        List<Delivery> taken = List.of();
        try {
            taken = take(free);
        } finally {
            places.release(free - taken.size());
        }
        taken.forEach(delivery -> threads.execute(() -> deliver(delivery)));
        return taken.size() == free;
    }

    private List<Delivery> take(int limit) {
        var now = clock.instant();
        return database.transaction(session -> store.take(session, now, now.plus(LEASE), limit, Tries.MOST));
    }

    private void deliver(Delivery delivery) {
        try {
            note(delivery, courier.bring(delivery));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn(
                    "sandbox.notification event={} comes again",
                    delivery.notification().event(),
                    failure);
        } finally {
            places.release();
            loop.wake();
        }
    }

    private void note(Delivery delivery, boolean acknowledged) {
        var now = clock.instant();
        if (acknowledged) {
            database.transaction(session -> store.acknowledge(session, delivery.position(), now));
            return;
        }
        var due = now.plus(Tries.waitAfter(delivery.tries()));
        database.transaction(session -> store.retry(session, delivery, due));
        if (delivery.tries() == Tries.MOST) {
            log.warn(
                    "sandbox.notification event={} given up",
                    delivery.notification().event());
        }
    }
}
