package org.kanmai.app.river.leases;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.kanmai.app.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Holds this process's node number; a process that loses it stops, because two makers of the same ids must never run.
 *
 * <p>Who could not renew it for a while doesn't know whether it is still its own, and makes no ids until it has renewed it.
 */
@Component
public class NodeLease implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(NodeLease.class);
    private static final int TRIES = 50;
    /** Shorter than the lease by more than the id that is being made takes. */
    private static final Duration SURE = Duration.ofSeconds(50);

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final NodeStore store;
    private final ConfigurableApplicationContext application;
    private final LongSupplier nanos;
    private final String holder = UUID.randomUUID().toString();
    private final int number;
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("node-lease").factory());
    private volatile long renewed;

    @Autowired
    NodeLease(NodeStore store, ConfigurableApplicationContext application) {
        this(store, application, System::nanoTime);
    }

    NodeLease(NodeStore store, ConfigurableApplicationContext application, LongSupplier nanos) {
        this.store = store;
        this.application = application;
        this.nanos = nanos;
        this.renewed = nanos.getAsLong();
        this.number = take();
    }

    private int take() {
        for (int tries = 0; tries < TRIES; tries++) {
            renewed = nanos.getAsLong();
            var taken = store.take(holder);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new IllegalStateException(
                "no node number is free: 1023 processes hold one, or their leases must run out first");
    }

    /** Returns this process's number, 0-1022; refuses with 503 while it may be another's, because PostgreSQL is away for long. */
    public int number() {
        if (nanos.getAsLong() - renewed > SURE.toNanos()) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "database-away",
                    "Try again in a moment",
                    "The database has been away for a while. Nothing was taken; send it again.");
        }
        return number;
    }

    /** Begins to renew at once and not when all have started, which may take longer than a lease is sure. */
    @Override
    public void afterPropertiesSet() {
        var unused = renewing.scheduleWithFixedDelay(
                this::renewIfPossible, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renewIfPossible() {
        try {
            renew();
        } catch (RuntimeException away) {
            log.warn("node number {} can't be renewed now: {}", number, away.getMessage());
        }
    }

    @Override
    public void destroy() {
        renewing.shutdownNow();
    }

    void renew() {
        long asked = nanos.getAsLong();
        if (store.renew(number, holder)) {
            renewed = asked;
        } else {
            log.error("node number {} was lost to another process, this one stops", number);
            Thread.ofPlatform().name("stop").start(application::close);
        }
    }
}
