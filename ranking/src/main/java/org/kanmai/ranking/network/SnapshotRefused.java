package org.kanmai.ranking.network;

/** Says why a file is no snapshot of a network that can be gone on with. */
public final class SnapshotRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    SnapshotRefused(String why) {
        super(why);
    }
}
