package org.kanmai.ranking;

/** What is counted of a work; layouts know a measure by its place, so constants are only appended. */
public enum Measure {
    /** Came into a viewer's sight. */
    EXPOSED(0),
    /** Was watched for 3 seconds. */
    HELD_3S(1),
    /** Was watched for 5 seconds. */
    HELD_5S(2),
    /** Was watched to 95 % or the end. */
    COMPLETED(3),
    /** Was liked, less likes taken back. */
    LIKED(4),
    /** Was commented on, less comments deleted. */
    COMMENTED(5),
    /** Was shared. */
    SHARED(6),
    /** Was put among the favourites, less those taken out. */
    FAVOURITED(7),
    /** Led to its creator being followed, less follows that ended. */
    FOLLOWED(8),
    /** Led to its profile, comments or topic being opened. */
    OPENED(9),
    /** Made a viewer ask for less of this, less such wishes taken back. */
    NOT_INTERESTED(10);

    private final int place;

    Measure(int place) {
        this.place = place;
    }

    /** Returns the place in a layout, which never changes: the measures have the places from 0 without a gap. */
    int place() {
        return place;
    }

    /** Returns this measure as one bit of {@link WorkChange#measures()}. */
    int bit() {
        return 1 << place;
    }
}
