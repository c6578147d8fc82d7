package org.kanmai.app.feed.models;

import java.time.Instant;

/** That an operator has one version alone rank. */
record Hold(int version, String why, Instant heldAt) {}
