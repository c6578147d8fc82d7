package org.kanmai.app.affiliate.sales;

import org.kanmai.app.affiliate.terms.Ladder;
import org.kanmai.facts.Money;

/** A commission in its three parts, which sum to it. */
record Split(Money creator, Money agency, Money platform) {

    /** Gives the platform its thousandths of a commission, an agency its thousandths of what is left, and the creator the rest. */
    static Split of(Money commission, int platformPerMille, int agencyPerMille) {
        var platform = Ladder.share(commission, platformPerMille);
        var left = commission.minus(platform);
        var agency = Ladder.share(left, agencyPerMille);
        return new Split(left.minus(agency), agency, platform);
    }

    Money commission() {
        return creator.plus(agency).plus(platform);
    }
}
