package org.kanmai.app.live.nodes;

import java.util.Map;

/**
 * What one node says of its rooms every second.
 *
 * @param rooms by number, those that are watched or shown there
 */
record Report(String node, Map<String, Room> rooms) {
    Report {
        rooms = Map.copyOf(rooms);
    }

    /** How many watch a room there, and whether its picture comes in there. */
    record Room(int viewers, boolean picture) {}
}
