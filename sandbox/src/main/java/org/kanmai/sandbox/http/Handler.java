package org.kanmai.sandbox.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {
    /** Returns the answer, or throws a {@link Refusal}. */
    Answer answer(Request request);
}
