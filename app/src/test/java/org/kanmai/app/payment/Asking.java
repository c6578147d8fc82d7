package org.kanmai.app.payment;

import org.springframework.stereotype.Component;

/** Lets a test have providers asked now instead of in a moment. */
@Component
public class Asking {
    private final Chaser chaser;

    Asking(Chaser chaser) {
        this.chaser = chaser;
    }

    /** Asks about every payment and for every refund whose turn it is. */
    public void now() {
        chaser.goOn();
    }
}
