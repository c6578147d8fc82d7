package org.kanmai.app.river.leases;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Holds this process's node number; a process that loses it stops, because two makers of the same ids must never run. */
@Component
public class NodeLease {
    private static final Logger log = LoggerFactory.getLogger(NodeLease.class);
    private static final int TRIES = 50;

    private final NodeStore store;
    private final ConfigurableApplicationContext application;
    private final String holder = UUID.randomUUID().toString();
    private final int number;

    NodeLease(NodeStore store, ConfigurableApplicationContext application) {
        this.store = store;
        this.application = application;
        this.number = take();
    }

    private int take() {
        for (int tries = 0; tries < TRIES; tries++) {
            var taken = store.take(holder);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new IllegalStateException(
                "no node number is free: 1023 processes hold one, or their leases must run out first");
    }

    /** Returns this process's number, 0-1022. */
    public int number() {
        return number;
    }

    @Scheduled(fixedDelay = 10_000)
    void renew() {
        if (!store.renew(number, holder)) {
            log.error("node number {} was lost to another process, this one stops", number);
            Thread.ofPlatform().name("stop").start(application::close);
        }
    }
}
