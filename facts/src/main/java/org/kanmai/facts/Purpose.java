package org.kanmai.facts;

/** For what personal data may be used. */
public enum Purpose implements Code {
    /** Recommending by what the person watched and did. */
    BEHAVIOUR,
    /** Recommending by region. */
    REGION,
    /** Messages beyond those that the service itself needs. */
    NOTICES
}
