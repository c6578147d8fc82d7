package org.kanmai.simulator.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.simulator.town.feeds.TriedFeed;
import org.kanmai.simulator.town.ranker.Aim;
import org.kanmai.simulator.town.ranker.Newcomers;
import org.kanmai.simulator.town.world.Town;
import org.kanmai.simulator.town.world.TownSize;

/** Lets each contender live in the same towns, one of each seed; as many at once as there are processors. */
final class RankerTrials {
    private final TownSize size;
    private final int days;
    private final List<Long> seeds;
    private final Newcomers newcomers;

    /** Whose feed is tried, and by what it is judged. */
    record Contender(String name, DistributionPolicy policy, Aim judged, BiFunction<Town, Long, TriedFeed> feed) {}

    RankerTrials(TownSize size, int days, List<Long> seeds) {
        this.size = size;
        this.days = days;
        this.seeds = List.copyOf(seeds);
        newcomers = new Newcomers(24 * (days / 2), 10);
    }

    Newcomers newcomers() {
        return newcomers;
    }

    /** Returns what each brought, by seed in their order. */
    Map<String, List<Yield>> run(List<Contender> contenders, java.util.function.Supplier<Trials.Progress> progress) {
        var tasks = new ArrayList<Callable<Yield>>();
        for (long seed : seeds) {
            contenders.forEach(each -> tasks.add(() -> run(each, seed, progress.get())));
        }
        var results = new LinkedHashMap<String, List<Yield>>();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var pending = threads.invokeAll(tasks);
            for (int place = 0; place < pending.size(); place++) {
                var name = contenders.get(place % contenders.size()).name();
                results.computeIfAbsent(name, each -> new ArrayList<>())
                        .add(pending.get(place).get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        return results;
    }

    private Yield run(Contender contender, long seed, Trials.Progress progress) {
        var town = new Town(size, days, seed, contender.policy().score());
        var tried = contender.feed().apply(town, seed);
        var diary = new YieldDiary(town, days, contender.judged(), newcomers);
        progress.begins(contender.name() + " #" + seed);
        town.live(tried, new Told(diary, progress, days));
        progress.ends(diary.shown());
        return diary.brought(contender.name(), tried);
    }

    private record Told(YieldDiary diary, Trials.Progress progress, int days)
            implements org.kanmai.simulator.town.world.Watcher {
        @Override
        public void came(int day, int viewer, boolean cameToday) {
            diary.came(day, viewer, cameToday);
        }

        @Override
        public void shown(int day, int viewer, int work, int outcomes, double watchedSeconds) {
            diary.shown(day, viewer, work, outcomes, watchedSeconds);
        }

        @Override
        public void responded(int viewer, int work, org.kanmai.simulator.town.world.Response response) {
            diary.responded(viewer, work, response);
        }

        @Override
        public void ended(int day) {
            progress.day(day + 1, days, diary.shown());
        }
    }
}
