package org.kanmai.app.live.pulling;

import java.net.URI;
import org.kanmai.facts.RoomId;

/**
 * The process that a room is pushed to.
 *
 * @param node its name
 * @param address where other processes reach it
 */
public record Home(RoomId room, String node, URI address) {}
