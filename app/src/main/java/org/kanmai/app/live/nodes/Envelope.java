package org.kanmai.app.live.nodes;

import java.util.List;

/**
 * What one node tells the others of one room at one beat.
 *
 * @param number grows by one with each of this node and room
 * @param missed whether something before it was let go, because it waited for too long
 */
record Envelope(String node, long number, boolean missed, List<String> messages) {
    Envelope {
        messages = List.copyOf(messages);
    }
}
