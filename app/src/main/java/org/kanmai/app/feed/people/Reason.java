package org.kanmai.app.feed.people;

import org.kanmai.facts.Code;

/** Why somebody is suggested; the first says most. */
enum Reason implements Code {
    /** Several people follow them whom the viewer follows; the count says how many. */
    COMMON_FOLLOWS,
    /** The viewer watches their works to the end. */
    WATCHED,
    /** They live in the viewer's region; both let that be used. */
    REGION,
    /** They have followers in common with those whom the viewer follows; the count says how many. */
    ALIKE,
    /** Many people watch their works to the end. */
    POPULAR
}
