package org.kanmai.app.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be booked, and when it was or is due.
 *
 * @param reverses the id of the entry that it gives back, whole; absent for one that gives nothing back
 */
public record Booking(long id, Entry entry, @Nullable Long reverses, Instant at) {}
