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

    /** Returns a smaller commission in parts as these are to each other; none is larger than before. */
    Split of(Money less) {
        if (less.minor() >= commission().minor()) {
            return this;
        }
        var parts = less.split(creator.minor(), agency.minor(), platform.minor());
        return new Split(parts.get(0), parts.get(1), parts.get(2));
    }

    /** Returns by how much each part is larger than another's. */
    Split minus(Split other) {
        return new Split(creator.minus(other.creator), agency.minus(other.agency), platform.minus(other.platform));
    }

    Money commission() {
        return creator.plus(agency).plus(platform);
    }
}
