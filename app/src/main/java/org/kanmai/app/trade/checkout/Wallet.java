package org.kanmai.app.trade.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.promotion.coupons.Choice;
import org.kanmai.app.promotion.coupons.Purse;
import org.kanmai.app.promotion.groups.Joining;
import org.kanmai.facts.RoomId;

/**
 * The vouchers of a buyer, which of them to use, and with whom to buy.
 *
 * @param joining absent for who buys alone
 * @param room in which one buys, at its prices; absent for none
 */
record Wallet(
        Purse purse,
        Choice choice,
        @Nullable Joining joining,
        @Nullable RoomId room) {
    private static final Choice NONE = new Choice.These(List.of());
    static final Wallet EMPTY = new Wallet(Purse.EMPTY, NONE, null, null);

    /** Returns a wallet without vouchers for who buys in a room, or in none. */
    static Wallet in(@Nullable RoomId room) {
        return room == null ? EMPTY : new Wallet(Purse.EMPTY, NONE, null, room);
    }

    /** Returns a wallet without vouchers. */
    static Wallet of(Joining joining) {
        return new Wallet(Purse.EMPTY, NONE, joining, null);
    }
}
