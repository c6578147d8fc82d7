package org.kanmai.app.trade.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.promotion.coupons.Choice;
import org.kanmai.app.promotion.coupons.Purse;
import org.kanmai.app.promotion.groups.Joining;
import org.kanmai.facts.RoomId;

/**
 * The vouchers of a buyer, which of them to use, with whom to buy, and where it goes.
 *
 * @param joining absent for who buys alone
 * @param room in which one buys, at its prices; absent for none
 */
record Wallet(
        Purse purse,
        Choice choice,
        @Nullable Joining joining,
        Destination to,
        @Nullable RoomId room) {
    private static final Choice NONE = new Choice.These(List.of());

    /** Returns a wallet of who buys alone, without vouchers and without an address. */
    static Wallet empty() {
        return empty(null, Destination.unknown());
    }

    /** Returns a wallet without vouchers for who buys alone in a room, or in none. */
    static Wallet in(@Nullable RoomId room, Destination to) {
        return new Wallet(Purse.EMPTY, NONE, null, to, room);
    }

    /** Returns the same with another purse. */
    Wallet with(Purse other) {
        return new Wallet(other, choice, joining, to, room);
    }

    /** Returns a wallet without vouchers. */
    static Wallet empty(@Nullable Joining joining, Destination to) {
        return new Wallet(Purse.EMPTY, NONE, joining, to, null);
    }
}
