package org.kanmai.sandbox.refunds;

import org.kanmai.sandbox.money.Amount;

/**
 * Money on its way back.
 *
 * @param id the merchant's own
 * @param payment the merchant's id of the payment
 * @param state {@code processing} or {@code done}
 */
record Refund(String id, String payment, String state, Amount amount) {}
