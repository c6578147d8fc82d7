package org.kanmai.simulator.crowd;

/** The time that a crowd has: nobody waits beyond its end. */
final class Shift {
    private final Time time;
    private final long endsAtMillis;

    Shift(Time time, long lastsMillis) {
        this.time = time;
        endsAtMillis = time.millis() + lastsMillis;
    }

    boolean isOver() {
        return leftMillis() <= 0;
    }

    long nowMillis() {
        return time.millis();
    }

    /** Lets so much time pass, or what is left. */
    void pass(long millis) throws InterruptedException {
        time.pass(Math.clamp(millis, 0, Math.max(0, leftMillis())));
    }

    private long leftMillis() {
        return endsAtMillis - time.millis();
    }
}
