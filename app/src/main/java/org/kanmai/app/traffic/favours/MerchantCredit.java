package org.kanmai.app.traffic.favours;

import org.kanmai.distribution.policy.CreditMark;
import org.kanmai.facts.PersonId;

/** Says what a merchant's record is called; the module that keeps the records implements it. */
public interface MerchantCredit {

    /** Returns the mark of whom a work is by; {@link CreditMark#NONE} for who has no shop. */
    CreditMark of(PersonId creator);
}
