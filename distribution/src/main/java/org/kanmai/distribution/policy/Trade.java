package org.kanmai.distribution.policy;

/** Whether a work shows something to buy. */
public enum Trade {
    SHOWS_NOTHING,
    SELLS
}
