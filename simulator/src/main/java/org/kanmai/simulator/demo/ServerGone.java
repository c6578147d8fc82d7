package org.kanmai.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The server did not answer: it is not there, or the connection broke. */
final class ServerGone extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    ServerGone(String what, IOException cause) {
        super("no answer to " + what, cause);
    }
}
