package org.kanmai.app.payment;

import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;

/** The money of an order has left the buyer's clearing account and is with the buyer; told in that transaction, once. */
public record PaymentRefunded(PaymentId payment, long subject, Money amount) {}
