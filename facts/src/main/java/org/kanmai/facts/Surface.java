package org.kanmai.facts;

/** Where something is shown. */
public enum Surface implements Code {
    /** The recommended feed. */
    FOR_YOU,
    /** The feed of followed creators. */
    FOLLOWING,
    /** The page of one work. */
    WORK_PAGE,
    /** The works of one creator. */
    PROFILE,
    /** The works under one hashtag. */
    TOPIC,
    /** The answers to a search, and the mall. */
    SEARCH,
    /** What rises and what many like, the same for everybody. */
    HOT,
    /** The works of those who live in the viewer's region; both let that be used. */
    NEARBY,
    /** The live rooms. */
    LIVE,
    /** The page of one live room. */
    ROOM_PAGE
}
