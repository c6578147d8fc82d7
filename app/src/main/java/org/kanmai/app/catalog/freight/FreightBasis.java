package org.kanmai.app.catalog.freight;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.kanmai.facts.Code;

/** What freight is reckoned by. */
public enum FreightBasis implements Code {
    /** Grams. */
    WEIGHT,
    /** Units. */
    PIECE,
    /** What the goods cost by the list, in minor units. */
    AMOUNT;

    /** Returns the basis with a JSON form; throws {@link IllegalArgumentException} when there is none. */
    @JsonCreator
    public static FreightBasis parse(String code) {
        return Code.parse(FreightBasis.class, code);
    }

    long of(Load load) {
        return switch (this) {
            case WEIGHT -> load.grams();
            case PIECE -> load.units();
            case AMOUNT -> load.amount().minor();
        };
    }
}
