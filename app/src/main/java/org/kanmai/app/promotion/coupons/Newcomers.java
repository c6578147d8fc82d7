package org.kanmai.app.promotion.coupons;

import org.kanmai.facts.PersonId;

/** Knows who has not ordered yet; orders are another module's. */
public interface Newcomers {

    /** Returns whether a person has no order, but those that were closed unpaid. */
    boolean newcomer(PersonId person);
}
