package org.kanmai.app.media.ffmpeg;

import java.time.Duration;

/** How a run ended. */
public sealed interface Outcome {

    /**
     * It did what was asked.
     *
     * @param cpu what it used of the processors
     */
    record Done(Duration cpu) implements Outcome {}

    /**
     * It gave up on the file; another try would end the same.
     *
     * @param said its last words, for the log, never for a page
     */
    record Refused(String said) implements Outcome {}

    /** It reached a limit of time. */
    record TimedOut() implements Outcome {}

    /** It reached the limit of memory or of what it may write. */
    record TooMuch() implements Outcome {}

    /**
     * Something outside ended it; another try may succeed.
     *
     * @param why exit code and last words
     */
    record Died(String why) implements Outcome {}
}
