package org.kanmai.app.live.talk;

import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/** Somebody said something in a room; an event in the transaction that keeps it. */
public record Words(RoomId room, PersonId person, String text) {}
