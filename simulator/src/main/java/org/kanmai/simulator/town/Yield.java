package org.kanmai.simulator.town;

import java.util.List;
import java.util.TreeMap;

/**
 * What a feed of tier B brought, beside its other figures.
 *
 * @param orders that were to be expected of a thousand exposures, by the true chances
 * @param turnover that was to be expected of a thousand exposures
 * @param likes of a thousand exposures
 * @param dislikes of a thousand exposures
 * @param completion share of exposures
 * @param coverage share of new works that were shown otherwise than by what they were owed at least ten times for each hundred of it
 * @param tail share of exposures that the four fifths of works that were shown least got
 * @param novelty mean of how surprising what was shown is, in bits: less the more viewers had it
 * @param worth of an exposure by the true chances and the weights of the aim
 * @param newcomers the worth of the first exposures of viewers of whom nothing is known, in their order
 * @param others the same of viewers who were known before, from the same hour on
 */
record Yield(
        Figures figures,
        double orders,
        double turnover,
        double likes,
        double dislikes,
        double completion,
        double coverage,
        double tail,
        double novelty,
        double worth,
        List<Double> newcomers,
        List<Double> others) {
    Yield {
        newcomers = List.copyOf(newcomers);
        others = List.copyOf(others);
    }

    /** Returns what viewers are content with: completions, and likes less dislikes, of a hundred exposures. */
    double satisfaction() {
        return 100 * completion + (likes - dislikes) / 10;
    }

    /** Returns all of it by name, for files. */
    TreeMap<String, Double> byName() {
        var values = new TreeMap<String, Double>();
        values.put("minutes", figures.watchedMinutes());
        values.put("returning", figures.returning());
        values.put("gini", figures.gini());
        values.put("top-share", figures.topShare());
        values.put("surviving", figures.surviving());
        values.put("quality", figures.quality());
        values.put("orders", orders);
        values.put("turnover", turnover);
        values.put("likes", likes);
        values.put("dislikes", dislikes);
        values.put("completion", completion);
        values.put("satisfaction", satisfaction());
        values.put("coverage", coverage);
        values.put("tail", tail);
        values.put("novelty", novelty);
        values.put("worth", worth);
        return values;
    }
}
