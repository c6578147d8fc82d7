package org.kanmai.facts;

/** A 64-bit id made by {@link Ids}, or another 63-bit number that names one thing; a string in JSON. */
public interface Id {

    /** Returns the number, never negative. */
    long value();
}
