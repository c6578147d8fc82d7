package org.kanmai.app.trade.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.promotion.coupons.Choice;
import org.kanmai.app.promotion.coupons.Purse;
import org.kanmai.app.promotion.groups.Joining;

/**
 * The vouchers of a buyer, which of them to use, and with whom to buy.
 *
 * @param joining absent for who buys alone
 */
record Wallet(Purse purse, Choice choice, @Nullable Joining joining) {
    private static final Choice NONE = new Choice.These(List.of());
    static final Wallet EMPTY = new Wallet(Purse.EMPTY, NONE, null);

    /** Returns the same with another purse. */
    Wallet with(Purse other) {
        return new Wallet(other, choice, joining);
    }

    /** Returns a wallet without vouchers. */
    static Wallet of(Joining joining) {
        return new Wallet(Purse.EMPTY, NONE, joining);
    }
}
