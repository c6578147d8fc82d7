package org.kanmai.app.payment;

/** A buyer's money has arrived and is in the buyer's clearing account; told in that transaction, once. */
public record PaymentSettled(Payment payment) {}
