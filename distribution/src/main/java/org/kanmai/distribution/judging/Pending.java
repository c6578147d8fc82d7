package org.kanmai.distribution.judging;

import org.kanmai.distribution.ladder.Cell;
import org.kanmai.facts.Exposed;

/**
 * A unit that is not mature yet.
 *
 * @param person pseudonym
 * @param exposure id
 * @param at milliseconds since 1970
 * @param cell index of a {@link Cell}
 * @param outcomes so far
 */
record Pending(long person, long exposure, long at, int cell, int outcomes) {

    static Pending of(Exposed exposed) {
        var terms = exposed.terms();
        return new Pending(
                terms.pseudonym().value(),
                terms.exposure().value(),
                exposed.at().toEpochMilli(),
                Cell.of(terms.position(), terms.stratum()).index(),
                0);
    }

    Pending with(int changed) {
        return new Pending(person, exposure, at, cell, changed);
    }
}
