package org.kanmai.simulator.town;

import java.util.function.BiFunction;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.simulator.town.feeds.TriedFeed;
import org.kanmai.simulator.town.world.Town;
import org.kanmai.simulator.town.world.TownSize;

/** Lets one feed after the other live the same days in towns of one seed. */
final class Trials {
    private final TownSize size;
    private final int days;
    private final long seed;

    Trials(TownSize size, int days, long seed) {
        this.size = size;
        this.days = days;
        this.seed = seed;
    }

    Figures run(String name, DistributionPolicy policy, BiFunction<Town, Long, TriedFeed> feed, Progress progress) {
        var town = new Town(size, days, seed, policy.score());
        var diary = new Diary(days);
        var tried = feed.apply(town, seed);
        progress.begins(name);
        town.live(tried, new Told(diary, progress, days));
        progress.ends(diary.shown());
        return new Reckoning(town, diary, days).figures(name, tried);
    }

    /** Hears how far a run is. */
    interface Progress {
        void begins(String name);

        void day(int day, int days, long shown);

        void ends(long shown);

        /** Says nothing. */
        Progress SILENT = new Progress() {
            @Override
            public void begins(String name) {}

            @Override
            public void day(int day, int days, long shown) {}

            @Override
            public void ends(long shown) {}
        };
    }

    private record Told(Diary diary, Progress progress, int days) implements org.kanmai.simulator.town.world.Watcher {
        @Override
        public void came(int day, int viewer, boolean cameToday) {
            diary.came(day, viewer, cameToday);
        }

        @Override
        public void shown(int day, int viewer, int work, int outcomes, double watchedSeconds) {
            diary.shown(day, viewer, work, outcomes, watchedSeconds);
        }

        @Override
        public void ended(int day) {
            progress.day(day + 1, days, diary.shown());
        }
    }
}
