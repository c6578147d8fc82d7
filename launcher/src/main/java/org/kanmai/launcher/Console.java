package org.kanmai.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The few lines that the person who started Kanmai reads. */
record Console(PrintStream out, Words words) {

    void say(String key, Object... values) {
        out.println(words.say(key, values));
    }

    /** A line that is the same in every language. */
    void line(String text) {
        out.println(text);
    }

    /** A step with the seconds it took, as {@code PostgreSQL ........ 1.2 s}. */
    void step(String step, Duration took) {
        say("step", (step + " ").concat(".".repeat(Math.max(3, 34 - step.length()))), seconds(took));
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    }
}
