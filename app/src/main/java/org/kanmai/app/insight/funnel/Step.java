package org.kanmai.app.insight.funnel;

import org.kanmai.facts.Code;

/** The steps of the funnel (DX-01), each with the condition under which an exposure has come to it. */
public enum Step implements Code {
    /** Came into a viewer's sight. */
    EXPOSED("exposed_at is not null"),
    /** Was watched for 3 seconds (TD-47). */
    HELD_3S("watched >= 3000"),
    /** Was watched for 5 seconds (TD-48). */
    HELD_5S("watched >= 5000"),
    /** Was watched to 95 % or the end. */
    COMPLETED("completed"),
    /** Led to a like, favourite, comment, share, follow or download. */
    INTERACTED("interacted"),
    /** Led to a product being opened. */
    OPENED("opened"),
    /** Led to a product in the cart. */
    CARTED("carted"),
    /** Led to an order. */
    ORDERED("ordered"),
    /** Led to a payment. */
    PAID("paid_at is not null"),
    /** Led to a payment by somebody who had paid before, within the last 90 days. */
    REPURCHASED("paid_at > first_paid_at");

    private final String condition;

    Step(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
