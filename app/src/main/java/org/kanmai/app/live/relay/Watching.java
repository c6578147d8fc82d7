package org.kanmai.app.live.relay;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.facts.Binary;

/**
 * What waits for one viewer. When it becomes too much the viewer is behind: everything that waits is dropped, and it goes on at the
 * next keyframe.
 */
public final class Watching {
    private static final int MOST_BYTES = 6 << 20;

    private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean skipping;
    private boolean over;

    /** What goes to a viewer: the beginning of a stream, or a piece of it. */
    public sealed interface Piece {
        /** A stream begins, or another one. */
        record Begins(Beginning beginning) implements Piece {}

        /** It goes on. */
        record Goes(Fragment fragment) implements Piece {}

        /** Returns its bytes. */
        default Binary content() {
            return switch (this) {
                case Begins begins -> begins.beginning.content();
                case Goes goes -> goes.fragment.content();
            };
        }
    }

    synchronized void begin(Beginning beginning, List<Fragment> since) {
        waiting.clear();
        bytes = 0;
        skipping = false;
        put(new Piece.Begins(beginning));
        since.forEach(fragment -> put(new Piece.Goes(fragment)));
    }

    synchronized void add(Fragment fragment) {
        if (bytes > MOST_BYTES) {
            waiting.removeIf(piece -> piece instanceof Piece.Goes);
            bytes = waiting.stream()
                    .mapToInt(piece -> piece.content().bytes().length)
                    .sum();
            skipping = true;
        }
        skipping &= !fragment.keyframe();
        if (!skipping) {
            put(new Piece.Goes(fragment));
        }
    }

    private void put(Piece piece) {
        waiting.add(piece);
        bytes += piece.content().bytes().length;
        notifyAll();
    }

    /** Says that nothing more comes. */
    public synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Waits for what is next, at most so long; empty when nothing came, or never will. */
    public synchronized Optional<Piece> next(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; waiting.isEmpty() && !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        var piece = waiting.poll();
        bytes -= piece == null ? 0 : piece.content().bytes().length;
        return Optional.ofNullable(piece);
    }

    /** Returns whether nothing more comes. */
    public synchronized boolean isOver() {
        return over && waiting.isEmpty();
    }
}
