package org.kanmai.app.insight.attribution;

import java.time.Instant;

/**
 * One time that a buyer met what was bought later.
 *
 * @param channel by which it is credited: a source, or a work
 */
record Touch(String channel, Instant at) {
    /** The channel of who bought without having been led there. */
    static final String DIRECT = "direct";
}
