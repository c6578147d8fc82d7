package org.kanmai.app.media.packaging;

/** What the judge says of a file. */
public sealed interface Verdict {

    /** It can be packaged. */
    record Fit(Film film) implements Verdict {}

    /**
     * It can't.
     *
     * @param detail one sentence for its owner
     */
    record Unfit(Unfitness reason, String detail) implements Verdict {}
}
