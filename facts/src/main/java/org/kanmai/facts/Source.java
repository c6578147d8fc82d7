package org.kanmai.facts;

/** Why a candidate was considered. */
public enum Source implements Code {
    /** Its creator is followed. */
    FOLLOWING,
    /** It is newly published. */
    FRESH,
    /** Many people finish or like it. */
    POPULAR,
    /** It matches what the viewer watched. */
    INTEREST,
    /** Drawn at random to learn about it. */
    EXPLORE,
    /** The viewer asked to watch again; outside verdicts. */
    AGAIN,
    /** Opened by its address. */
    DIRECT,
    /** It is owed exposures by the pool it is in. */
    POOL,
    /** Somebody paid for it; outside verdicts. */
    BOUGHT,
    /** It was found by the words that the viewer searched for, or in the mall. */
    SEARCH,
    /** Those who like what the viewer likes like it too. */
    SIMILAR,
    /** Its creator is followed by people whom the viewer follows. */
    FRIENDS,
    /** Its creator lives in the viewer's region; both let that be used. */
    NEARBY,
    /** It rises now: its last hours are far above its day. */
    TRENDING,
    /** What it is like is what the viewer's liked works are like; nobody need have seen it. */
    CONTENT,
    /** The graph of who likes what leads to it from what the viewer likes. */
    GRAPH,
    /** It often comes after what the viewer liked lately. */
    SEQUENCE,
    /** It is a live room, and live now. */
    LIVE
}
