package org.kanmai.app.river.seen;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * What was exposed to one pseudonym.
 *
 * @param until the last day on which somebody may need to know it
 */
record Exposures(Set<Long> works, LocalDate until) {
    Exposures {
        works = Set.copyOf(works);
    }

    Exposures and(Exposures more) {
        var all = new HashSet<>(works);
        all.addAll(more.works);
        return new Exposures(all, until.isBefore(more.until) ? more.until : until);
    }
}
