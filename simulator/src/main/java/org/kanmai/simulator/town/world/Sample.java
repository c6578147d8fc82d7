package org.kanmai.simulator.town.world;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.distribution.policy.Outcome;

/** Figures of exposures of any work to any viewer, to hold against a real log. */
public final class Sample {
    /** What the figures are, in order. */
    public static final List<String> NAMES = List.of(
            "play (2 s)",
            "hold (3 s)",
            "completion",
            "like",
            "comment",
            "share",
            "follow",
            "seconds watched",
            "films up to 30 s",
            "from 18 to 24 h");

    private static final List<Outcome> COUNTED = List.of(
            Outcome.PLAY,
            Outcome.HOLD,
            Outcome.COMPLETION,
            Outcome.LIKE,
            Outcome.COMMENT,
            Outcome.SHARE,
            Outcome.FOLLOW);
    private static final int SHORT = 4;
    private static final int EVENING = 18;

    private Sample() {}

    /** Returns means over some exposures of a seed. */
    public static List<Double> of(int draws, long seed) {
        var table = new OutcomeTable();
        var viewers = new Viewers(10_000, seed);
        var works = new Works();
        var creators = new Creators(TownSize.USUAL, 30, seed);
        for (int work = 0; work < 10_000; work++) {
            creators.publish(work % creators.size(), 0, work % TownSize.VERTICALS, works);
        }
        var sums = new double[NAMES.size()];
        for (int draw = 0; draw < draws; draw++) {
            var dice = new Dice(seed, 10, draw, 0);
            add(dice.below(viewers.size()), dice.below(works.size()), table, viewers, works, dice, sums);
        }
        var means = new ArrayList<Double>();
        for (double sum : sums) {
            means.add(sum / draws);
        }
        return means;
    }

    private static void add(
            int viewer, int work, OutcomeTable table, Viewers viewers, Works works, Dice dice, double[] sums) {
        int length = works.length(work);
        int suit = viewers.suitLevel(viewer, works.vertical(work));
        int position = dice.below(Town.PAGE);
        int page = dice.below(4);
        int outcomes = table.draw(works.level(work), suit, length, position, page, viewers.generosity(viewer), dice);
        for (int place = 0; place < COUNTED.size(); place++) {
            sums[place] += (outcomes & COUNTED.get(place).bit()) != 0 ? 1 : 0;
        }
        sums[7] += OutcomeTable.watchedSeconds(length, outcomes);
        sums[8] += length < SHORT ? 1 : 0;
        sums[9] += Town.hourOfDay(dice) >= EVENING ? 1 : 0;
    }
}
