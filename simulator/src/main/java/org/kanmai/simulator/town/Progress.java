package org.kanmai.simulator.town;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.kanmai.facts.tongue.Tongue;

/** Tells how far a run is, by a line a day. */
final class Progress implements Trials.Progress {
    private static final double NANOS = 1e9;

    private final Tongue tongue;
    private final PrintStream err;
    private final LongSupplier nanos;
    private String name = "";
    private long begun;

    Progress(Tongue tongue, PrintStream err, LongSupplier nanos) {
        this.tongue = tongue;
        this.err = err;
        this.nanos = nanos;
    }

    @Override
    public void begins(String run) {
        name = run;
        begun = nanos.getAsLong();
    }

    @Override
    public void day(int day, int days, long shown) {
        err.printf(
                Locale.ROOT,
                "%s: %s %d/%d, %,d %s%n",
                name,
                tongue.say("day", "第几天"),
                day,
                days,
                shown,
                tongue.say("exposures", "次曝光"));
    }

    @Override
    public void ends(long shown) {
        double seconds = (nanos.getAsLong() - begun) / NANOS;
        var speed = tongue.say("exposures a second", "次曝光每秒");
        err.printf(Locale.ROOT, "%s: %.1f s, %,.0f %s%n", name, seconds, shown / seconds, speed);
    }
}
