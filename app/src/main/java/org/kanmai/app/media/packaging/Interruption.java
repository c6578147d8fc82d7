package org.kanmai.app.media.packaging;

/** The work ended for a reason outside the film: another try may succeed. */
public final class Interruption extends RuntimeException {
    Interruption(String why) {
        super(why);
    }
}
