package org.kanmai.simulator.town;

import java.util.Arrays;
import org.kanmai.simulator.town.world.Watcher;

/** What happened in a town's feed, added up. */
final class Diary implements Watcher {
    private final double[] watchedSeconds;
    private final int[] came;
    private int[] exposures = new int[1024];
    private long shown;
    private long trace;

    Diary(int days) {
        watchedSeconds = new double[days];
        came = new int[days];
    }

    @Override
    public void came(int day, int viewer, boolean cameToday) {
        came[day] += cameToday ? 1 : 0;
    }

    @Override
    public void shown(int day, int viewer, int work, int outcomes, double seconds) {
        if (work >= exposures.length) {
            exposures = Arrays.copyOf(exposures, 2 * work);
        }
        exposures[work]++;
        shown++;
        watchedSeconds[day] += seconds;
        trace = (trace * 31 + viewer) * 31 + work * 257L + outcomes;
    }

    @Override
    public void ended(int day) {}

    long shown() {
        return shown;
    }

    /** Returns a number that any difference in what was shown to whom, or came of it, changes. */
    long trace() {
        return trace;
    }

    int exposures(int work) {
        return work < exposures.length ? exposures[work] : 0;
    }

    double[] watchedSeconds() {
        return watchedSeconds.clone();
    }

    int[] came() {
        return came.clone();
    }
}
