package org.kanmai.simulator.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kanmai.simulator.town.feeds.FirstPool;
import org.kanmai.simulator.town.feeds.TriedFeed;
import org.kanmai.simulator.town.world.Town;

/** Adds up what a feed did to a town. */
final class Reckoning {
    private static final int LAST_DAYS = 7;
    private static final int PERCENT = 100;
    private static final int TWENTIETHS = 20;

    private final Town town;
    private final Diary diary;
    private final int days;
    private final int[] byExposures;
    private final int[] byQuality;
    private final double all;

    Reckoning(Town town, Diary diary, int days) {
        this.town = town;
        this.diary = diary;
        this.days = days;
        byExposures = sorted(diary::exposures);
        byQuality = sorted(town.works()::quality);
        all = Math.max(1, diary.shown());
    }

    /** Returns the new works, least first, of equal ones the earlier first. */
    private int[] sorted(ToDoubleFunction<Integer> value) {
        return IntStream.range(town.works().firstNew(), town.works().size())
                .boxed()
                .sorted(Comparator.comparingDouble(value).thenComparingInt(work -> work))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Figures figures(String name, TriedFeed feed) {
        var due = feed.firstPool().stream()
                .flatMap(pool -> pool.deliveries().values().stream())
                .filter(pool -> pool.deadline() <= 24 * days)
                .toList();
        long late = due.stream().filter(pool -> !pool.isInTime()).count();
        long unforeseen = due.stream()
                .filter(pool -> !pool.isInTime() && pool.foreseen() == 0)
                .count();
        return new Figures(
                name,
                diary.shown(),
                watchedMinutes(),
                returning(),
                gini(),
                shareOf(last(byExposures)),
                shareOf(last(byQuality)),
                recall(),
                shareOf(Arrays.copyOf(byQuality, byQuality.length / 2)),
                surviving(),
                quality(),
                due.size(),
                due.isEmpty() ? 1 : 1 - (double) late / due.size(),
                (int) unforeseen,
                over(due),
                feed.verdicts(),
                dailyMinutes(),
                lorenz(),
                byTwentieth(),
                diary.trace());
    }

    private double watchedMinutes() {
        return Arrays.stream(diary.watchedSeconds()).sum()
                / 60
                / days
                / town.viewers().size();
    }

    private double returning() {
        int last = Math.min(LAST_DAYS, days);
        double came = Arrays.stream(diary.came()).skip(days - last).sum();
        return came / last / town.viewers().size();
    }

    private static int[] last(int[] works) {
        return Arrays.copyOfRange(works, works.length - Math.max(1, works.length / PERCENT), works.length);
    }

    private double shareOf(int[] works) {
        return Arrays.stream(works).mapToDouble(diary::exposures).sum() / all;
    }

    private double recall() {
        var shown = Arrays.stream(last(byExposures)).boxed().collect(java.util.stream.Collectors.toSet());
        var best = last(byQuality);
        return (double) Arrays.stream(best).filter(shown::contains).count() / best.length;
    }

    private double gini() {
        double weighted = 0;
        double sum = 0;
        for (int place = 0; place < byExposures.length; place++) {
            weighted += (place + 1.0) * diary.exposures(byExposures[place]);
            sum += diary.exposures(byExposures[place]);
        }
        int works = byExposures.length;
        return sum == 0 ? 0 : 2 * weighted / (works * sum) - (works + 1.0) / works;
    }

    private double surviving() {
        var joined = IntStream.range(0, town.creators().size())
                .filter(creator ->
                        town.creators().isNew(creator) && town.creators().made(creator) > 0)
                .toArray();
        long stayed = Arrays.stream(joined)
                .filter(creator -> !town.creators().isGone(creator))
                .count();
        return joined.length == 0 ? 1 : (double) stayed / joined.length;
    }

    private double quality() {
        return IntStream.range(0, town.works().size())
                        .mapToDouble(
                                work -> diary.exposures(work) * town.works().quality(work))
                        .sum()
                / all;
    }

    private static double over(List<FirstPool.Delivery> pools) {
        double quotas = pools.stream().mapToDouble(FirstPool.Delivery::quota).sum();
        double over = pools.stream()
                .mapToDouble(pool -> Math.max(0, pool.delivered() - pool.quota()))
                .sum();
        return quotas == 0 ? 0 : over / quotas;
    }

    private List<Double> dailyMinutes() {
        return Arrays.stream(diary.watchedSeconds())
                .mapToObj(seconds -> seconds / 60 / town.viewers().size())
                .toList();
    }

    private List<Double> lorenz() {
        var curve = new ArrayList<Double>();
        double sum = 0;
        double total = Math.max(
                1, Arrays.stream(byExposures).mapToDouble(diary::exposures).sum());
        int next = 0;
        for (int percent = 0; percent <= PERCENT; percent++) {
            while (next < (long) percent * byExposures.length / PERCENT) {
                sum += diary.exposures(byExposures[next++]);
            }
            curve.add(sum / total);
        }
        return curve;
    }

    private List<Double> byTwentieth() {
        var shares = new ArrayList<Double>();
        for (int part = 0; part < TWENTIETHS; part++) {
            int from = part * byQuality.length / TWENTIETHS;
            int to = (part + 1) * byQuality.length / TWENTIETHS;
            shares.add(shareOf(Arrays.copyOfRange(byQuality, from, to)));
        }
        return shares;
    }
}
