package org.kanmai.facts;

/** What was opened from an item. */
public enum Target implements Code {
    /** The creator's profile. */
    PROFILE,
    /** The comments. */
    COMMENTS,
    /** The page of a hashtag. */
    TOPIC,
    /** A product. */
    PRODUCT
}
