package org.kanmai.ranking.evaluation.interactions;

/** What a user had, what came next, and others that the user never had; who answers scores the next and the others. */
public final class Question {
    private final long[] history;
    private final long[] candidates;

    /** Takes what was had, the oldest first, and what is to be scored, the one that came next first of all. */
    Question(long[] history, long[] candidates) {
        this.history = history;
        this.candidates = candidates;
    }

    /** Returns what was had, the oldest first; it must not be changed. */
    public long[] history() {
        return history;
    }

    /** Returns what is to be scored; the first is right. It must not be changed. */
    public long[] candidates() {
        return candidates;
    }
}
