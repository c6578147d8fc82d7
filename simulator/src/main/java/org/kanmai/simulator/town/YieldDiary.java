package org.kanmai.simulator.town;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.simulator.town.feeds.TriedFeed;
import org.kanmai.simulator.town.ranker.Aim;
import org.kanmai.simulator.town.ranker.Newcomers;
import org.kanmai.simulator.town.world.Response;
import org.kanmai.simulator.town.world.Town;
import org.kanmai.simulator.town.world.Watcher;

/** Adds up what a feed brings, by what happened and by the true chances. */
final class YieldDiary implements Watcher {
    /** So many first exposures of newcomers are told apart. */
    static final int FIRST = 30;

    private static final double THOUSAND = 1_000;
    private static final double TAIL = 0.8;
    private static final double FOUND = 0.1;

    private final Town town;
    private final Diary diary;
    private final int days;
    private final Aim aim;
    private final Newcomers newcomers;
    private final Curve ofNewcomers = new Curve();
    private final Curve ofOthers = new Curve();
    private final int[] seen;
    private double orders;
    private double turnover;
    private double worth;
    private int likes;
    private int completions;
    private int dislikes;

    YieldDiary(Town town, int days, Aim aim, Newcomers newcomers) {
        this.town = town;
        this.days = days;
        this.aim = aim;
        this.newcomers = newcomers;
        diary = new Diary(days);
        seen = new int[town.viewers().size()];
    }

    @Override
    public void came(int day, int viewer, boolean cameToday) {
        diary.came(day, viewer, cameToday);
    }

    @Override
    public void shown(int day, int viewer, int work, int outcomes, double seconds) {
        diary.shown(day, viewer, work, outcomes, seconds);
        var chances = town.chances(viewer, work);
        double value = aim.worth(chances);
        worth += value;
        orders += chances.order();
        turnover += chances.order() * town.commerce().price(work);
        likes += (outcomes & Outcome.LIKE.bit()) != 0 ? 1 : 0;
        completions += (outcomes & Outcome.COMPLETION.bit()) != 0 ? 1 : 0;
        if (24 * day >= newcomers.hour() && seen[viewer] < FIRST) {
            var curve = newcomers.has(viewer) ? ofNewcomers : ofOthers;
            curve.add(seen[viewer]++, value);
        }
    }

    @Override
    public void responded(int viewer, int work, Response response) {
        dislikes += response == Response.DISLIKED ? 1 : 0;
    }

    @Override
    public void ended(int day) {}

    long shown() {
        return diary.shown();
    }

    Yield brought(String name, TriedFeed feed) {
        double all = Math.max(1, diary.shown());
        var figures = new Reckoning(town, diary, days).figures(name, feed);
        return new Yield(
                figures,
                THOUSAND * orders / all,
                THOUSAND * turnover / all,
                THOUSAND * likes / all,
                THOUSAND * dislikes / all,
                completions / all,
                coverage(feed),
                figures.lorenz().get((int) (100 * TAIL)),
                novelty(all),
                worth / all,
                ofNewcomers.means(),
                ofOthers.means());
    }

    private double coverage(TriedFeed feed) {
        var owed = feed.firstPool().map(pool -> pool.deliveries());
        int first = town.works().firstNew();
        long found = IntStream.range(first, town.works().size())
                .filter(work -> {
                    var pool = owed.map(pools -> pools.get(work));
                    int quota = pool.map(each -> each.quota()).orElse(0);
                    int delivered = pool.map(each -> each.delivered()).orElse(0);
                    return diary.exposures(work) - delivered >= FOUND * quota;
                })
                .count();
        return (double) found / Math.max(1, town.works().size() - first);
    }

    /** The mean over exposures of the bits that a work's reach has (Zhou et al. 2010). */
    private double novelty(double all) {
        double bits = 0;
        for (int work = 0; work < town.works().size(); work++) {
            int exposures = diary.exposures(work);
            if (exposures > 0) {
                bits -= exposures
                        * StrictMath.log((double) exposures / town.viewers().size())
                        / StrictMath.log(2);
            }
        }
        return bits / all;
    }

    /** Means of the first exposures of viewers, by their order. */
    private static final class Curve {
        private final double[] sums = new double[FIRST];
        private final int[] counts = new int[FIRST];

        void add(int place, double value) {
            sums[place] += value;
            counts[place]++;
        }

        List<Double> means() {
            var means = new ArrayList<Double>();
            for (int place = 0; place < FIRST && counts[place] > 0; place++) {
                means.add(sums[place] / counts[place]);
            }
            return means;
        }
    }
}
