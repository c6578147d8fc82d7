package org.kanmai.facts;

/** By which way a link was shared. */
public enum Channel implements Code {
    /** Copied. */
    COPY,
    /** The device's own share sheet. */
    SYSTEM,
    /** As a QR code. */
    QR
}
