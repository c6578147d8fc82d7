package org.kanmai.app.live.talk;

import org.kanmai.facts.Attended;

/** Words on their way, and what the facts are told of them. */
record Spoken(Said said, Attended fact) {}
