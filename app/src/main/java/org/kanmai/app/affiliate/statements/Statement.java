package org.kanmai.app.affiliate.statements;

import java.time.YearMonth;
import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;

/**
 * A party's month in one currency: what it owned before, what came and went, what it owns after; opening plus lines is closing.
 *
 * @param currencies of all that the party ever owned; statements of the others can be asked for
 */
record Statement(
        YearMonth month,
        List<String> currencies,
        Money opening,
        List<Line> lines,
        Money closing,
        Money held,
        Money free) {
    Statement {
        currencies = List.copyOf(currencies);
        lines = List.copyOf(lines);
    }

    /** A kind of income or outgo, so many entries together. */
    record Line(What what, Money amount, long entries) {}

    /** Why a party owns more or less (CR-03). */
    enum What implements Code {
        /** A shop's goods at what buyers paid. */
        SALES,
        /** What the site paid for buyers. */
        SITE_COUPONS,
        /** Commission for what works sold. */
        WORK_SALES,
        /** Commission for what live rooms sold. */
        ROOM_SALES,
        /** A share of what an agency's creators earned. */
        CREATORS_SALES,
        /** The platform's part of sales and commissions. */
        FEES,
        /** What a shop's sales earned others. */
        COMMISSIONS,
        /** What went back to buyers. */
        REFUNDS,
        /** What went back to the site. */
        SITE_COUPONS_BACK,
        /** Fees that came back with it. */
        FEES_BACK,
        /** Commissions that came back with it. */
        COMMISSIONS_BACK,
        /** What a shop gave buyers beyond refunds, or a buyer got. */
        COMPENSATIONS,
        /** Paid out. */
        PAYOUTS,
        /** Everything else that the ledger knows. */
        OTHER,
        /** What viewers gave in live rooms. */
        GIFTS
    }
}
