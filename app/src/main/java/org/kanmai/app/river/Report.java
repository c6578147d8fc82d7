package org.kanmai.app.river;

import org.kanmai.facts.Channel;
import org.kanmai.facts.Target;

/** What a client alone can know of an item, as it reports it; everything else of the fact comes from the item's token. */
sealed interface Report {

    /** Returns the token of the item. */
    String token();

    /** The item came into sight. */
    record Exposed(String token) implements Report {}

    /** How far it has been watched so far. */
    record Watched(
            String token,
            int sequence,
            int watchedMillis,
            int playedMillis,
            int positionMillis,
            int loops,
            boolean ended)
            implements Report {}

    /** Something was opened from it. */
    record Opened(String token, Target target) implements Report {}

    /** A link to it was shared. */
    record Shared(String token, Channel channel) implements Report {}
}
