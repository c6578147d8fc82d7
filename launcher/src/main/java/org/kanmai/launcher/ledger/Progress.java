package org.kanmai.launcher.ledger;

import java.io.PrintStream;

/** One line that says how far it is, at most ten times a second. */
final class Progress {
    private static final long PAUSE = 100_000_000;

    private final PrintStream out;
    private long said = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void at(long done, long all, long records) {
        if (System.nanoTime() - said > PAUSE || done == all) {
            said = System.nanoTime();
            out.printf("\r%,d / %,d   %,d%s", done, all, records, done == all ? "\n" : "");
            out.flush();
        }
    }
}
