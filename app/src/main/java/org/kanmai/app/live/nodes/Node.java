package org.kanmai.app.live.nodes;

import java.util.UUID;

/**
 * One process of the site.
 *
 * @param name of no other, and of none before it
 */
public record Node(String name) {

    /** Returns a process that was never there before. */
    public static Node begun() {
        return new Node(UUID.randomUUID().toString());
    }
}
