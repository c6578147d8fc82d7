package org.kanmai.app.river.seen;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes what was seen before it was told here. */
@Component
public class SeenBefore {
    private final SeenTransaction transaction;
    private final Clock clock;

    SeenBefore(SeenTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Remembers works as exposed to pseudonyms that last, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Map<Pseudonym, Set<Long>> works) {
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(Seen.AFTER_A_MONTH);
        var exposures = new TreeMap<Long, Exposures>();
        works.forEach((pseudonym, seen) -> exposures.put(pseudonym.value(), new Exposures(seen, until)));
        transaction.write(exposures);
    }
}
