package org.kanmai.facts;

/**
 * Hands out one object for many that are equal, of those that came lately: the rules of a pool come with each of a hundred thousand pools.
 *
 * <p>It holds so many at most, forgets one where another falls onto its place, and needs no lock: who misses what another thread has
 * just put there gets an object of its own. Only for what can't change.
 */
final class Repeated<T> {
    private static final int PLACES = 1_024;

    private final Object[] places = new Object[PLACES];

    /** Returns what is known to be equal; else the given, which is known from then on. */
    @SuppressWarnings("unchecked")
    T one(T given) {
        int hash = given.hashCode() * 0x9E3779B9;
        int place = (hash >>> 16) % PLACES;
        var known = (T) places[place];
        if (given.equals(known)) {
            return known;
        }
        places[place] = given;
        return given;
    }
}
