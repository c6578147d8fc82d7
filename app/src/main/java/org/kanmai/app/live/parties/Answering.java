package org.kanmai.app.live.parties;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ShopId;

/**
 * Who answers for what is sold in a room, by name.
 *
 * @param agency which has the host under contract; absent when the host works alone
 * @param merchants whose goods are on the shelf, by their shops
 */
record Answering(String platform, String host, @Nullable String agency, Map<ShopId, String> merchants) {
    Answering {
        merchants = Map.copyOf(merchants);
    }
}
