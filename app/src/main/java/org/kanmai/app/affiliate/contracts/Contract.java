package org.kanmai.app.affiliate.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;

/** What an agency gets of its creator's commissions, in thousandths, and how far the two are with it. */
record Contract(
        long id,
        PersonId creator,
        PersonId agency,
        int perMille,
        State state,
        Instant offeredAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {

    /** Where a contract stands. */
    enum State implements Code {
        OFFERED,
        ACTIVE,
        DECLINED,
        ENDED
    }
}
