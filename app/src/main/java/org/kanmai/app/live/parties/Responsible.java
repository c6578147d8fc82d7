package org.kanmai.app.live.parties;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.RoomId;

/**
 * Who answered for an order from a room when it was placed.
 *
 * @param title of the room
 * @param agency absent when the host worked alone
 */
record Responsible(
        RoomId room,
        String title,
        String platform,
        String host,
        @Nullable String agency,
        String merchant) {}
