package org.kanmai.app.affiliate.payouts;

import org.kanmai.app.ledger.Account;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/** Who can be paid: a person or a shop. */
record Party(Account.Kind kind, long id) {

    static Party of(PersonId person) {
        return new Party(Account.Kind.PERSON, person.value());
    }

    static Party of(ShopId shop) {
        return new Party(Account.Kind.SHOP, shop.value());
    }

    Account free() {
        return new Account(kind, id, Account.Purpose.FREE);
    }
}
