package org.kanmai.app.governance;

import org.kanmai.facts.Subject;

/** Reports of a grave class hid a subject until an operator has decided; an event in the last report's transaction. */
public record Suspended(Subject subject) {}
