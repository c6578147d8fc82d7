package org.kanmai.sandbox.notifications;

/** What a notification tells of. */
public enum Kind {
    /** The buyer has paid. */
    PAYMENT_PAID("payment.paid"),
    /** The payment can't be paid any more. */
    PAYMENT_CLOSED("payment.closed"),
    /** The money of a refund is back. */
    REFUND_DONE("refund.done");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** Returns how it stands in JSON and in the database. */
    public String code() {
        return code;
    }
}
