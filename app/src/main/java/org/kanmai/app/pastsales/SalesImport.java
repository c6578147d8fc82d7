package org.kanmai.app.pastsales;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;

/** A file that a shop brings along, under a key of the shop's own; {@code rows} of it are kept by now. */
record SalesImport(
        long id,
        ShopId shop,
        String key,
        Terms terms,
        State state,
        int rows,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** How a file is to be read: its times are local to a zone, its prices of one currency. */
    record Terms(String name, Currency currency, ZoneId zone) {}

    /** How far it is. */
    enum State implements Code {
        /** Lines are read, or are waited for. */
        READING,
        /** All is read; cancellations are matched with sales. */
        MATCHING,
        DONE
    }
}
