package org.kanmai.facts;

/** How far a viewer has come with a product. */
public enum Conversion implements Code {
    /** It lies in the cart. */
    CARTED,
    /** It is ordered and not paid yet. */
    ORDERED,
    /** It is paid. */
    PAID,
    /** Its money went back. */
    REFUNDED
}
