package org.kanmai.app.insight.funnel;

import org.kanmai.facts.Code;

/** By what a funnel is told apart. */
public enum Breakdown implements Code {
    /** The day of the exposure, UTC+8. */
    DAY("strftime(make_timestamp((coalesce(exposed_at, moment) + 28800000) * 1000), '%Y-%m-%d')"),
    /** The work that was shown. */
    WORK("work::varchar"),
    /** The product, each that the work shows or that was bought. */
    PRODUCT("product::varchar"),
    /** Why it was shown. */
    SOURCE("source"),
    /** Where it was shown. */
    SURFACE("surface"),
    /** Where viewers live who let it be used; the regions of few viewers together. */
    REGION("region");

    private final String key;

    Breakdown(String key) {
        this.key = key;
    }

    /** Returns the key of a row, as text of SQL. */
    String key() {
        return key;
    }
}
