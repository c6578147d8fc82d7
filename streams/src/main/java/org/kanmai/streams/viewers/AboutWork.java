package org.kanmai.streams.viewers;

/**
 * A fact about one work.
 *
 * @param viewer whose fact it is; below 0 when it is the work's own
 */
@SuppressWarnings("ArrayRecordComponent") // as in Message
public record AboutWork(long work, long viewer, byte[] fact) {
    private static final long NOBODY = -1;

    static AboutWork byViewer(long work, long viewer, byte[] fact) {
        return new AboutWork(work, viewer, fact);
    }

    static AboutWork ofItself(long work, byte[] fact) {
        return new AboutWork(work, NOBODY, fact);
    }

    boolean isOfItself() {
        return viewer == NOBODY;
    }
}
