package org.kanmai.facts;

/** What a viewer did to a subject by a verb of a module. */
public enum Engagement implements Code {
    /** Liked it. */
    LIKED,
    /** Took the like back. */
    UNLIKED,
    /** Put it among the favourites. */
    FAVOURITED,
    /** Took it out of the favourites. */
    UNFAVOURITED,
    /** Wrote a comment. */
    COMMENTED,
    /** Deleted a comment. */
    UNCOMMENTED,
    /** Followed the creator. */
    FOLLOWED,
    /** Stopped following the creator. */
    UNFOLLOWED,
    /** Asked for less of this. */
    NOT_INTERESTED,
    /** Took that back. */
    INTERESTED,
    /** Downloaded it. */
    DOWNLOADED,
    /** Reported it. */
    REPORTED,
    /** Blocked the creator. */
    BLOCKED,
    /** Took the block back. */
    UNBLOCKED
}
