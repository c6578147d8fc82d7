package org.kanmai.app.ledger;

import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/**
 * What one party owns for one purpose, in each currency; a positive balance is the party's, a negative one it owes.
 *
 * @param party 0 for the platform, else the id of the person or shop, or the number of the provider
 */
public record Account(Kind kind, long party, Purpose purpose) {

    /** What kind of party it is. */
    public enum Kind implements Code {
        PERSON,
        SHOP,
        PLATFORM,
        PROVIDER
    }

    /** What the money is for. */
    public enum Purpose implements Code {
        /** Paid and not yet taken by an order. */
        CLEARING,
        /** Earned, and held until nobody can claim it back. */
        HELD,
        /** Earned and free to be paid out. */
        FREE,
        /** Earned by the platform. */
        FEES,
        /** With the provider; negative while it holds money for others. */
        SETTLEMENT,
        /** What the platform's bank has paid to others. */
        BANK,
        /** Given to shops for what the site took off their prices; negative by all that was given. */
        PROMOTION,
        /** Sold elsewhere and brought along: told, and no money of this platform. */
        TURNOVER,
        /** What others have taken in for it; negative by all that was brought along. */
        ELSEWHERE
    }

    public Account {
        if (party < 0 || (kind == Kind.PLATFORM) != (party == 0)) {
            throw new IllegalArgumentException("no account of " + kind.code() + " " + party);
        }
    }

    /** Returns where a buyer's payments arrive. */
    public static Account clearing(PersonId buyer) {
        return new Account(Kind.PERSON, buyer.value(), Purpose.CLEARING);
    }

    /** Returns what a shop has earned and can still be claimed back. */
    public static Account held(ShopId shop) {
        return new Account(Kind.SHOP, shop.value(), Purpose.HELD);
    }

    /** Returns what a shop can have paid out. */
    public static Account free(ShopId shop) {
        return new Account(Kind.SHOP, shop.value(), Purpose.FREE);
    }

    /** Returns what a person has earned by others' sales and can still be claimed back. */
    public static Account held(PersonId person) {
        return new Account(Kind.PERSON, person.value(), Purpose.HELD);
    }

    /** Returns what a person can have paid out. */
    public static Account free(PersonId person) {
        return new Account(Kind.PERSON, person.value(), Purpose.FREE);
    }

    /** Returns what the platform's bank has paid out. */
    public static Account bank() {
        return new Account(Kind.PLATFORM, 0, Purpose.BANK);
    }

    /** Returns what the platform has earned. */
    public static Account fees() {
        return new Account(Kind.PLATFORM, 0, Purpose.FEES);
    }

    /** Returns where the same party's money is once it is free. */
    Account freed() {
        return new Account(kind, party, Purpose.FREE);
    }

    /** Returns what the platform has given for what it takes off prices. */
    public static Account promotion() {
        return new Account(Kind.PLATFORM, 0, Purpose.PROMOTION);
    }

    /** Returns what a shop has sold elsewhere. */
    public static Account turnover(ShopId shop) {
        return new Account(Kind.SHOP, shop.value(), Purpose.TURNOVER);
    }

    /** Returns the other side of what a shop has sold elsewhere. */
    public static Account elsewhere(ShopId shop) {
        return new Account(Kind.SHOP, shop.value(), Purpose.ELSEWHERE);
    }

    /** Returns the money that a provider holds. */
    public static Account settlement(long provider) {
        return new Account(Kind.PROVIDER, provider, Purpose.SETTLEMENT);
    }
}
