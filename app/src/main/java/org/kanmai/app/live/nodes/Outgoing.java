package org.kanmai.app.live.nodes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of one room elsewhere. One envelope is on its way at a time, and stays the same until it has gone, so that whoever
 * has it knows it again; what waits meanwhile is bounded, and the oldest is let go, which the next envelope says.
 */
final class Outgoing {
    static final int MOST_WAITING = 200;
    static final int MOST_AT_ONCE = 40;
    static final int MOST_CHARACTERS = 128 << 10;

    private final String node;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private @Nullable Envelope going;
    private boolean missed;
    private long number;

    /** Takes the number of the first envelope; a later one of the same room has to begin with a higher number. */
    Outgoing(String node, long first) {
        this.node = node;
        this.number = first;
    }

    synchronized void put(String message) {
        if (waiting.size() == MOST_WAITING) {
            waiting.remove();
            missed = true;
        }
        waiting.add(message);
    }

    /** Returns what goes now; empty when there is nothing. */
    synchronized Optional<Envelope> next() {
        if (going == null && !waiting.isEmpty()) {
            going = filled();
        }
        return Optional.ofNullable(going);
    }

    private Envelope filled() {
        var messages = new ArrayList<String>();
        int characters = 0;
        while (!waiting.isEmpty() && messages.size() < MOST_AT_ONCE && characters < MOST_CHARACTERS) {
            characters += waiting.element().length();
            messages.add(waiting.remove());
        }
        var envelope = new Envelope(node, number++, missed, messages);
        missed = false;
        return envelope;
    }

    /** It has gone: the next one may go. */
    synchronized void gone() {
        going = null;
    }

    synchronized boolean isIdle() {
        return going == null && waiting.isEmpty();
    }
}
