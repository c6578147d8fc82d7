package org.kanmai.app.identity.sessions;

import java.time.LocalDate;
import org.kanmai.facts.Pseudonym;

/**
 * What the cookie of an anonymous browser holds.
 *
 * @param day when the pseudonym began
 * @param profiled whether the browser consented to purpose {@code behaviour}
 */
record Visitor(Pseudonym pseudonym, LocalDate day, boolean profiled) {
    private static final int DAYS = 30;

    /** A consenting browser keeps its pseudonym for 30 days, any other for the day. */
    boolean lasts(LocalDate today) {
        return profiled ? !day.isAfter(today) && day.plusDays(DAYS).isAfter(today) : day.equals(today);
    }
}
