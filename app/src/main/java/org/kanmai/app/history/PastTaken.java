package org.kanmai.app.history;

/** A part of a demo world's past has come in, for the first time. */
public record PastTaken(String key) {}
