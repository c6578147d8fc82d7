package org.kanmai.launcher.ledger;

/** What was to be checked can't be read at all; says which words tell why. */
final class Unreadable extends RuntimeException {
    private final transient Object[] values;

    Unreadable(String key, Object... values) {
        super(key, null, false, false);
        this.values = values;
    }

    Object[] values() {
        return values.clone();
    }
}
