package org.kanmai.facts;

/** What becomes of an order after it is placed. */
public enum OrderStep implements Code {
    /** Its money has arrived. */
    PAID,
    /** It is on its way. */
    SHIPPED,
    /** Its buyer has it. */
    RECEIVED,
    /** Nobody paid in time, or its buyer took it back before. */
    CLOSED,
    /** All of its money goes back. */
    REFUNDED
}
