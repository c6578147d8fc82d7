package org.kanmai.app.media.ffmpeg;

import java.util.ArrayDeque;

/** The last lines that a program said about its trouble, bounded. */
final class LastWords {
    private static final int LINES = 12;
    private static final int LINE_CHARACTERS = 300;

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        // The loader says this of our stand-in libraries, on each run.
        if (line.isBlank() || line.contains("no version information available")) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.add(line.length() > LINE_CHARACTERS ? line.substring(0, LINE_CHARACTERS) : line);
    }

    @Override
    public synchronized String toString() {
        return String.join(" | ", lines);
    }
}
