package org.kanmai.app.live.talk;

import java.util.ArrayDeque;
import java.util.Optional;

/** What waits for one listener; who can't keep up is given up, and the room never waits. */
public final class Mailbox {
    private static final int MOST = 50;

    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private boolean over;

    /** Puts a message in; one too many ends it. */
    synchronized void put(String message) {
        if (waiting.size() == MOST) {
            over = true;
            waiting.clear();
        } else if (!over) {
            waiting.add(message);
        }
        notifyAll();
    }

    /** Waits for the next message; empty once it is over. */
    public synchronized Optional<String> next() throws InterruptedException {
        while (waiting.isEmpty() && !over) {
            wait();
        }
        return Optional.ofNullable(waiting.poll());
    }

    /** Ends it. */
    public synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }
}
