package org.kanmai.simulator.town.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kanmai.distribution.policy.Merit;

/** The people who make works: how well, how often, whose ideas they copy, and when they give up. */
public final class Creators {
    private static final long BORN = 2;
    private static final long MADE = 3;
    private static final double OWN_QUALITY = 0.6;
    private static final double RATE_SPREAD = 0.5;
    private static final double NEW = 0.2;
    private static final double JOINED_LATE = 4.0 / 3;
    private static final double COPIES = 0.15;
    private static final double STRAYS = 0.2;
    private static final double COPY_COSTS = 0.3;
    private static final int PATIENCE_WORKS = 3;
    private static final int PATIENCE_EXPOSURES = 100;
    private static final int PATIENCE_HOURS = 72;

    private final long seed;
    private final double[] quality;
    private final double[] rate;
    private final int[] home;
    private final int[] joined;
    private final int[] age;
    private final int[] followers;
    private final List<Map<Merit, Double>> merits = new ArrayList<>();
    private final int[] made;
    private final int[] overlooked;
    private final boolean[] gone;
    private final List<List<Integer>> awaited = new ArrayList<>();

    /** Makes them from a seed; one in five joins during the days. */
    Creators(TownSize size, int days, long seed) {
        this.seed = seed;
        int count = size.creators();
        quality = new double[count];
        rate = new double[count];
        home = new int[count];
        joined = new int[count];
        age = new int[count];
        followers = new int[count];
        made = new int[count];
        overlooked = new int[count];
        gone = new boolean[count];
        for (int creator = 0; creator < count; creator++) {
            make(creator, (double) size.works() / count / 30, days, new Dice(seed, BORN, creator, 0));
            awaited.add(new ArrayList<>());
        }
    }

    private void make(int creator, double worksADay, int days, Dice dice) {
        boolean isNew = dice.share() < NEW;
        double when = dice.share();
        quality[creator] = dice.normal();
        rate[creator] = worksADay
                * StrictMath.exp(RATE_SPREAD * dice.normal() - RATE_SPREAD * RATE_SPREAD / 2)
                * (isNew ? JOINED_LATE : 1);
        home[creator] = dice.below(TownSize.VERTICALS);
        joined[creator] = isNew ? (int) (when * days / 2) : 0;
        age[creator] = isNew ? 0 : 30 + (int) (when * 1_000);
        followers[creator] = isNew ? 3 : (int) Math.min(200, 20 * StrictMath.exp(dice.normal()));
        merits.add(Map.of(
                Merit.REAL_NAME, dice.share() < 0.7 ? 1.0 : 0.0,
                Merit.NO_VIOLATION, dice.share() < 0.95 ? 1.0 : 0.0,
                Merit.PROFILE_COMPLETE, dice.share() < 0.8 ? 1.0 : 0.0,
                Merit.PUBLISHED_LATELY, isNew ? 0.0 : 1.0,
                Merit.WORKS_COMPLETED, isNew ? 0.0 : dice.share()));
    }

    /** Returns how many there are. */
    public int size() {
        return home.length;
    }

    /** Returns whether somebody joined during the town's days. */
    public boolean isNew(int creator) {
        return age[creator] == 0;
    }

    /** Returns whether somebody publishes no more. */
    public boolean isGone(int creator) {
        return gone[creator];
    }

    /** Returns the age of an account on a day, in days. */
    public int days(int creator, int day) {
        return age[creator] + day - joined[creator];
    }

    /** Returns how many works somebody has published. */
    public int made(int creator) {
        return made[creator];
    }

    /** Returns how many people look at somebody's new work on the profile. */
    int followers(int creator) {
        return followers[creator];
    }

    /** Returns how far an account has each merit that is weighed. */
    public Map<Merit, Double> merits(int creator) {
        return merits.get(creator);
    }

    boolean publishes(int creator, int day, Dice dice) {
        return day >= joined[creator] && !gone[creator] && dice.share() < rate[creator];
    }

    /** Makes somebody's next work; the vertical that leads is copied by some, at a cost. */
    int publish(int creator, int hour, int leading, Works works) {
        var dice = new Dice(seed, MADE, creator, made[creator]);
        double fortune = dice.normal();
        boolean copies = dice.share() < COPIES;
        boolean strays = dice.share() < STRAYS;
        int stray = dice.below(TownSize.VERTICALS);
        int vertical = copies ? leading : strays ? stray : home[creator];
        double own = OWN_QUALITY * quality[creator] + StrictMath.sqrt(1 - OWN_QUALITY * OWN_QUALITY) * fortune;
        int work = works.add(creator, hour, vertical, length(dice), own - (copies ? COPY_COSTS : 0));
        made[creator]++;
        awaited.get(creator).add(work);
        return work;
    }

    private static int length(Dice dice) {
        double drawn = dice.share();
        int length = 0;
        while (length < OutcomeTable.LENGTHS - 1 && drawn >= Marginals.LENGTH_SHARES[length]) {
            drawn -= Marginals.LENGTH_SHARES[length++];
        }
        return length;
    }

    /** Lets people look at how their works of three days ago did; who is overlooked too often gives up. */
    void lookBack(int hour, Works works) {
        for (int creator = 0; creator < size(); creator++) {
            var waiting = awaited.get(creator);
            while (!waiting.isEmpty() && works.hour(waiting.getFirst()) + PATIENCE_HOURS <= hour) {
                int work = waiting.removeFirst();
                boolean seen = works.exposures(work) >= PATIENCE_EXPOSURES;
                overlooked[creator] = seen ? 0 : overlooked[creator] + 1;
                gone[creator] |= overlooked[creator] >= PATIENCE_WORKS;
            }
        }
    }
}
