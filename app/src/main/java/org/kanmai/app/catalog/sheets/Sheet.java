package org.kanmai.app.catalog.sheets;

import java.time.Instant;
import org.kanmai.facts.Code;

/**
 * A file of products, and how many of its lines stand where.
 *
 * @param ready lines that can be carried out and are not yet
 */
record Sheet(
        String id, String name, State state, Instant sentAt, int lines, int ready, int made, int changed, int refused) {

    /** How far it is. */
    enum State implements Code {
        /** Looked through; nothing is changed. */
        CHECKED,
        /** Being carried out, or stopped in between. */
        APPLYING,
        /** Carried out. */
        DONE
    }
}
