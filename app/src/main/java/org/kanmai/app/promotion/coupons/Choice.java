package org.kanmai.app.promotion.coupons;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.VoucherId;

/** Which vouchers somebody wants to use. */
public sealed interface Choice {
    /** How many one can name at once. */
    int MOST = 60;

    /** Those that take off most. */
    record Best() implements Choice {}

    /** These and no others; none when empty. */
    record These(List<VoucherId> vouchers) implements Choice {
        public These {
            vouchers = List.copyOf(vouchers);
        }
    }

    /** Reads what a client names: absent is the best, an empty list none. */
    static Choice of(@Nullable List<VoucherId> named) {
        if (named == null) {
            return new Best();
        }
        if (named.size() > MOST) {
            throw Refusal.invalid("coupons", "must be at most " + MOST);
        }
        return new These(named);
    }
}
