package org.kanmai.simulator.town.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kanmai.distribution.policy.ScoreRule;
import org.kanmai.distribution.policy.Trade;

/** A town of a seed, hour by hour; two towns of one seed differ in what their feed shows and in what follows from that. */
public final class Town {
    /** Items of a page. */
    public static final int PAGE = 6;

    private static final long COMES = 4;
    private static final long PUBLISHES = 5;
    private static final long WATCHES = 6;
    private static final long LOOKS = 7;
    private static final int OLD_WORKS_DAYS = 3;
    private static final double PAGES_OF_WHO_COMES = 1.0 / 0.85 / PAGE;
    private static final int MOST_PAGES = 200;

    private final TownSize size;
    private final int days;
    private final long seed;
    private final double[] scores = new double[256];
    private final OutcomeTable table = new OutcomeTable();
    private final Works works = new Works();
    private final Viewers viewers;
    private final Creators creators;
    private final Commerce commerce;
    private final List<List<Integer>> pages = new ArrayList<>();
    private final List<List<Integer>> publishing = new ArrayList<>();
    private final int[] pagesToday;
    private final int[] taken = new int[PAGE];

    /** Builds it; unit scores are counted by this rule for whoever wants to use them. */
    public Town(TownSize size, int days, long seed, ScoreRule rule) {
        this.size = size;
        this.days = days;
        this.seed = seed;
        viewers = new Viewers(size.viewers(), seed);
        creators = new Creators(size, days, seed);
        commerce = new Commerce(works, size.viewers(), seed);
        pagesToday = new int[size.viewers()];
        for (int outcomes = 0; outcomes < scores.length; outcomes++) {
            scores[outcomes] = rule.score(outcomes, Trade.SHOWS_NOTHING);
        }
        for (int hour = 0; hour < 24; hour++) {
            pages.add(new ArrayList<>());
            publishing.add(new ArrayList<>());
        }
        addOldWorks();
    }

    /** Returns its works. */
    public Works works() {
        return works;
    }

    /** Returns its viewers. */
    public Viewers viewers() {
        return viewers;
    }

    /** Returns its creators. */
    public Creators creators() {
        return creators;
    }

    /** Returns what is bought. */
    public Commerce commerce() {
        return commerce;
    }

    /** Returns what truly is to be expected of a viewer and a work; no feed may look at it but such as show what could be had. */
    public Chances chances(int viewer, int work) {
        return table.chances(
                works.level(work),
                viewers.suitLevel(viewer, works.vertical(work)),
                works.length(work),
                viewers.generosity(viewer),
                commerce.opens(viewer, work),
                commerce.pays(viewer, work),
                commerce.dislikes(work));
    }

    /** Returns how many pages an hour of the day is expected to have. */
    public double pagesInHour(int hourOfDay) {
        return (double) size.viewers() * size.exposures() / PAGE * Marginals.HOURS[hourOfDay] / 1_000;
    }

    private void addOldWorks() {
        for (int day = -OLD_WORKS_DAYS; day < 0; day++) {
            for (int creator = 0; creator < creators.size(); creator++) {
                var dice = new Dice(seed, PUBLISHES, creator, day);
                if (!creators.isNew(creator) && creators.publishes(creator, 0, dice)) {
                    creators.publish(creator, 24 * day + dice.below(24), 0, works);
                }
            }
        }
        works.allAreOld();
    }

    /** Lives all its days with a feed. */
    public void live(Feed feed, Watcher watcher) {
        for (int work = 0; work < works.size(); work++) {
            feed.published(work);
        }
        for (int hour = 0; hour < 24 * days; hour++) {
            if (hour % 24 == 0) {
                beginDay(hour / 24, watcher);
            }
            publish(hour, feed);
            feed.begins(hour);
            for (int viewer : pages.get(hour % 24)) {
                showPage(hour / 24, viewer, feed, watcher);
            }
            if (hour % 24 == 23) {
                creators.lookBack(hour, works);
                watcher.ended(hour / 24);
            }
        }
    }

    private void beginDay(int day, Watcher watcher) {
        pages.forEach(List::clear);
        publishing.forEach(List::clear);
        Arrays.fill(pagesToday, 0);
        for (int viewer = 0; viewer < viewers.size(); viewer++) {
            var dice = new Dice(seed, COMES, viewer, day);
            boolean comes = viewers.comes(viewer, dice);
            watcher.came(day, viewer, comes);
            int count = comes ? pagesOf(dice) : 0;
            for (int page = 0; page < count; page++) {
                pages.get(hourOfDay(dice)).add(viewer);
            }
        }
        for (int creator = 0; creator < creators.size(); creator++) {
            var dice = new Dice(seed, PUBLISHES, creator, day);
            if (creators.publishes(creator, day, dice)) {
                publishing.get(hourOfDay(dice)).add(creator);
            }
        }
    }

    /** Returns how many pages who comes looks at: exponential, rounded by chance so that the mean is kept. */
    private int pagesOf(Dice dice) {
        double pages = -StrictMath.log(1 - dice.share()) * size.exposures() * PAGES_OF_WHO_COMES;
        return (int) Math.min(MOST_PAGES, Math.floor(pages + dice.share()));
    }

    static int hourOfDay(Dice dice) {
        double drawn = dice.share() * 1_000;
        int hour = 0;
        while (hour < 23 && drawn >= Marginals.HOURS[hour]) {
            drawn -= Marginals.HOURS[hour++];
        }
        return hour;
    }

    private void publish(int hour, Feed feed) {
        int leading = publishing.get(hour % 24).isEmpty() ? 0 : leadingVertical(hour);
        for (int creator : publishing.get(hour % 24)) {
            int work = creators.publish(creator, hour, leading, works);
            showToFollowers(creator, work);
            feed.published(work);
        }
    }

    /** Returns what the most shown work of the last three days is about. */
    private int leadingVertical(int hour) {
        int most = 0;
        for (int work = works.size() - 1; work >= 0 && works.hour(work) >= hour - 72; work--) {
            most = works.exposures(work) > works.exposures(most) ? work : most;
        }
        return works.vertical(most);
    }

    /** Some people look at a creator's profile whatever the feed does. */
    private void showToFollowers(int creator, int work) {
        var dice = new Dice(seed, LOOKS, work, 0);
        for (int each = 0; each < creators.followers(creator); each++) {
            int viewer = dice.below(viewers.size());
            if (!viewers.hasSeen(viewer, work)) {
                viewers.see(viewer, work);
                int outcomes = outcomes(viewer, work, 0);
                works.count(work, outcomes, scores[outcomes]);
            }
        }
    }

    private void showPage(int day, int viewer, Feed feed, Watcher watcher) {
        for (int position = 0; position < PAGE; position++) {
            int work = feed.next(viewer, position, taken);
            if (work < 0) {
                break;
            }
            taken[position] = work;
            viewers.see(viewer, work);
            int outcomes = outcomes(viewer, work, position);
            works.count(work, outcomes, scores[outcomes]);
            viewers.please(viewer, scores[outcomes]);
            feed.shown(viewer, work, position, outcomes);
            watcher.shown(day, viewer, work, outcomes, OutcomeTable.watchedSeconds(works.length(work), outcomes));
            var response = commerce.response(viewer, work, outcomes);
            if (response != Response.NOTHING) {
                feed.responded(viewer, work, response);
                watcher.responded(viewer, work, response);
            }
        }
        pagesToday[viewer]++;
    }

    private int outcomes(int viewer, int work, int position) {
        var dice = new Dice(seed, WATCHES, viewer, work);
        int suit = viewers.suitLevel(viewer, works.vertical(work));
        return table.draw(
                works.level(work),
                suit,
                works.length(work),
                position,
                pagesToday[viewer],
                viewers.generosity(viewer),
                dice);
    }
}
