package org.kanmai.facts;

/** What can be shown to a viewer. */
public enum SubjectKind implements Code {
    /** A short video. */
    WORK,
    /** A product. */
    PRODUCT,
    /** A live room. */
    ROOM,
    /** An advertisement. */
    AD,
    /** A person. */
    PERSON,
    /** A comment. */
    COMMENT,
    /** A packaged video. */
    MEDIA,
    /** What a buyer says of a product, or what is said below it. */
    PRODUCT_REVIEW
}
