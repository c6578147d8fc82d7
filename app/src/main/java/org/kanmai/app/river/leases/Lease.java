package org.kanmai.app.river.leases;

/**
 * The right to do what only one process may do at a time.
 *
 * @param token grows with each new holder; a write that checks it is fenced against a former holder that woke late
 */
public record Lease(String name, long token) {}
