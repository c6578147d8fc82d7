package org.kanmai.distribution.policy;

import java.util.Locale;

/** What a merchant's record is called where exposures are given. */
public enum CreditMark {
    NONE,
    /** Whose record is good in every term. */
    HONEST_MERCHANT,
    /** Whom two operators put on the blacklist. */
    BLACKLISTED;

    /** Returns its word in policies and facts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
