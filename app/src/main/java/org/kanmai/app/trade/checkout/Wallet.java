package org.kanmai.app.trade.checkout;

import java.util.List;
import org.kanmai.app.promotion.coupons.Choice;
import org.kanmai.app.promotion.coupons.Purse;

/** The vouchers of a buyer, and which of them to use. */
record Wallet(Purse purse, Choice choice) {
    static final Wallet EMPTY = new Wallet(Purse.EMPTY, new Choice.These(List.of()));
}
