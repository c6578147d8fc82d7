package org.kanmai.app.live.attendance;

import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/** A room is live and people are told of it, in this transaction. */
public record RoomNoticed(RoomId room, PersonId host) {}
