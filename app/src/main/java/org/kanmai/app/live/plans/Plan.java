package org.kanmai.app.live.plans;

import java.time.Instant;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/** A room that is announced for a time; once opened it has this id. */
record Plan(RoomId id, PersonId host, String title, Instant at) {}
