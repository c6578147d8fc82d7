package org.kanmai.app.media.packaging;

/** The film can't be packaged, whoever tries. */
public final class Spoiled extends RuntimeException {
    private final Unfitness reason;
    private final String detail;

    Spoiled(Unfitness reason, String detail, String said) {
        super(reason + ": " + said);
        this.reason = reason;
        this.detail = detail;
    }

    /** Returns why. */
    public Unfitness reason() {
        return reason;
    }

    /** Returns one sentence for the film's owner. */
    public String detail() {
        return detail;
    }
}
